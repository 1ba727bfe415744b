import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StoredRecording } from './replay.ts';

// Answers from memory, in a process of its own: what is timed is the reading, not the making of the answers.
const recording = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as StoredRecording;
const answers = new Map<string, Buffer>();
for (const { service, method, parameters, file } of recording.calls) {
  // Of a report that was asked for until it was ready, the last answer stays.
  answers.set(keyOf(service, method, Object.values(parameters)), readFileSync(file));
}

function keyOf(service: string, method: string, values: readonly string[]): string {
  return [service, method, ...values].join('/');
}

// A client may come back on its connection after the others had their turn; closed meanwhile, its request would be lost.
const server = createServer({ keepAliveTimeout: 600_000 }, async (request, response) => {
  const service = /(\w+)\.asmx/.exec(request.url ?? '')?.[1] ?? '';
  if (request.method === 'GET') {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const wsdl = (recording.wsdls[service] ?? '').replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, address);
    response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(wsdl);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  // Any client's envelope: names without their prefixes, values in their order.
  const inside = /<(?:[\w-]+:)?Body[^>]*>(.*)<\/(?:[\w-]+:)?Body>/s.exec(Buffer.concat(chunks).toString())?.[1] ?? '';
  const method = /<(?:[\w-]+:)?(\w+)/.exec(inside)?.[1] ?? '';
  const values = [...inside.matchAll(/<(?:[\w-]+:)?\w+[^>]*>([^<]+)</g)].map(([, value]) => value?.trim() ?? '');
  const answer = answers.get(
    keyOf(
      service,
      method,
      values.filter((value) => value !== ''),
    ),
  );
  if (answer === undefined) process.stderr.write(`no recorded answer for ${service}.${method}(${values.join()})\n`);
  response.writeHead(answer ? 200 : 404, { 'content-type': 'text/xml; charset=utf-8' }).end(answer);
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
