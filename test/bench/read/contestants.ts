import { XMLParser } from 'fast-xml-parser';
import { createClientAsync } from 'soap';
import type { SandboxReady } from '../../sandbox/server.ts';
import { readWhole, sandboxSource } from '../../support/nmbrs-sandbox.ts';
import type { Contestant } from '../side-by-side.ts';
import type { RecordedCall, Recording } from './recording.ts';

/** Our own source, from the first call to the last manager; the engine keeps no step longer than this does. */
export function ours(recording: Recording, api: string): Contestant {
  const ready = { nmbrs: { ...recording.credentials, api, app: '' } } as SandboxReady;
  const today = new Date().toISOString().slice(0, 10);
  return async () => {
    const { people } = await readWhole(sandboxSource(ready), { today });
    if (people.size !== recording.people) throw new Error(`ours read ${people.size} people`);
  };
}

/** The limit: the same bytes over the same wire, thrown away. */
export function raw(recording: Recording, api: string): Contestant {
  return () =>
    inStages(recording.calls, async (call) => {
      await (await post(api, call)).arrayBuffer();
    });
}

/** The whole answer as one text, parsed into one tree. */
export function wholeDocument(recording: Recording, api: string): Contestant {
  const parser = new XMLParser({
    removeNSPrefix: true,
    parseTagValue: false,
    ignoreAttributes: false,
    htmlEntities: true,
  });
  return () =>
    inStages(recording.calls, async (call) => {
      parser.parse(await (await post(api, call)).text());
    });
}

/** The usual SOAP client of Node, from the WSDL; reading it is not timed. */
export async function nodeSoap(recording: Recording, api: string): Promise<Contestant> {
  const services = new Set(recording.calls.map(({ service }) => service));
  const clients = new Map(
    await Promise.all(
      [...services].map(async (service) => [service, await createClientAsync(`${api}/${service}.asmx?WSDL`)] as const),
    ),
  );
  return () =>
    inStages(recording.calls, async ({ service, method, parameters }) => {
      await clients.get(service)?.[`${method}Async`](parameters);
    });
}

function post(api: string, { service, body }: RecordedCall): Promise<Response> {
  return fetch(`${api}/${service}.asmx`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body,
  });
}

/** As many calls at a time as our own client allows itself. */
async function inStages(calls: readonly RecordedCall[], send: (call: RecordedCall) => Promise<void>): Promise<void> {
  const queue = [...calls];
  const work = async (): Promise<void> => {
    for (let call = queue.shift(); call; call = queue.shift()) await send(call);
  };
  await Promise.all(Array.from({ length: 8 }, work));
}
