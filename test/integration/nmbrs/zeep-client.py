"""Loads one WSDL as zeep's users do, calls every operation of every binding, and prints what was wrong."""

import json
import sys

from zeep import Client

question = json.loads(sys.argv[1])
service = question["service"]
client = Client(question["url"])
user = {"Username": question["email"], "Token": question["token"]}
called = 0
problems = []
for port_name, port in client.wsdl.services[service].ports.items():
    proxy = client.bind(service, port_name)
    for name, operation in port.binding._operations.items():
        header = (
            {"AuthHeader": user}
            if name == "Environment_Get"
            else {"AuthHeaderWithDomain": {**user, "Domain": question["domain"]}}
        )
        values = {element: question["ids"][element] for element, _ in operation.input.body.type.elements}
        called += 1
        try:
            getattr(proxy, name)(_soapheaders=header, **values)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the test is about
            problems.append(f"{port_name} {name}: {error}")
print(json.dumps({"called": called, "problems": problems}))
