import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SandboxReady } from '../../sandbox/server.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { readWhole, sandboxSource } from '../../support/nmbrs-sandbox.ts';

/** One call of a whole read, and what the sandbox answered. */
export interface RecordedCall {
  readonly service: string;
  readonly method: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: string;
  readonly answer: string;
}

/** Everything a read of all people exchanges with Nmbrs, once; so that every contestant reads the same bytes. */
export interface Recording {
  readonly people: number;
  readonly calls: readonly RecordedCall[];
  readonly wsdls: Readonly<Record<string, string>>;
  readonly credentials: { readonly domain: string; readonly email: string; readonly token: string };
}

const services = ['DebtorService', 'CompanyService', 'EmployeeService', 'ReportService'] as const;

export async function record(employees: number): Promise<Recording> {
  const sandbox = await startSandbox({ employees });
  const calls: RecordedCall[] = [];
  const proxy = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const headers = { 'content-type': 'text/xml; charset=utf-8', soapaction: String(request.headers.soapaction ?? '') };
    const upstream = await fetch(`${sandbox.url}${request.url}`, { method: 'POST', headers, body });
    const answer = await upstream.text();
    calls.push({ ...describe(request.url ?? '', body), body, answer });
    response.writeHead(upstream.status, { 'content-type': 'text/xml; charset=utf-8' }).end(answer);
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  try {
    const { nmbrs } = sandbox.ready;
    const api = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}${new URL(nmbrs.api).pathname}`;
    const ready: SandboxReady = { ...sandbox.ready, nmbrs: { ...nmbrs, api } };
    const { people } = await readWhole(sandboxSource(ready), { today: new Date().toISOString().slice(0, 10) });
    const wsdls: Record<string, string> = {};
    for (const service of services) wsdls[service] = await (await fetch(`${nmbrs.api}/${service}.asmx?WSDL`)).text();
    return { people: people.size, calls, wsdls, credentials: nmbrs };
  } finally {
    proxy.closeAllConnections();
    proxy.close();
    await sandbox.stop();
  }
}

function describe(url: string, body: string): Pick<RecordedCall, 'service' | 'method' | 'parameters'> {
  const service = /(\w+)\.asmx/.exec(url)?.[1] ?? '';
  const inside = /<soap:Body>(.*)<\/soap:Body>/s.exec(body)?.[1] ?? '';
  const method = /^<(\w+)/.exec(inside)?.[1] ?? '';
  const parameters = Object.fromEntries(
    [...inside.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, value]) => [name, value]),
  );
  return { service, method, parameters };
}
