"""Times zeep, the usual SOAP client of Python, on a recorded read; prints the median of five after a warm-up, in ms."""
import json
import statistics
import sys
import time

from zeep import Client

api, file = sys.argv[1:3]
recording = json.load(open(file, encoding="utf-8"))
clients = {}
for call in recording["calls"]:
    service = call["service"]
    if service not in clients:
        clients[service] = Client(f"{api}/{service}.asmx?WSDL").service

times = []
for _ in range(6):
    started = time.perf_counter()
    for call in recording["calls"]:
        types = call["parameters"]
        clients[call["service"]][call["method"]](**types)
    times.append((time.perf_counter() - started) * 1000)
print(statistics.median(times[1:]))
