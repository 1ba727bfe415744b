import type { SandboxReady } from '../sandbox/server.ts';
import { serve } from './serve.ts';

/** Changes the answer of one operation (`List_GetByCompany`), or gives it back as it is. */
export type Alter = (operation: string, xml: string) => string;

export interface AlteredNmbrs {
  /** As the sandbox's own, with an API whose answers are altered. */
  readonly ready: SandboxReady;
  /** How answers are altered from now on. */
  alter(change: Alter): void;
  close(): Promise<void>;
}

/** A server before a running sandbox that hands on every SOAP request and alters what comes back. */
export async function alterNmbrs(ready: SandboxReady): Promise<AlteredNmbrs> {
  let change: Alter = (_operation, xml) => xml;
  const { origin, close } = await serve(async ({ url, headers, body }) => {
    const action = String(headers.soapaction ?? '');
    const answer = await fetch(new URL(url.pathname, ready.nmbrs.api), {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: action },
      body,
    });
    const operation = /\/(\w+)"?$/.exec(action)?.[1] ?? '';
    return {
      status: answer.status,
      headers: { 'content-type': answer.headers.get('content-type') ?? '' },
      body: change(operation, await answer.text()),
    };
  });
  return {
    ready: { ...ready, nmbrs: { ...ready.nmbrs, api: `${origin}${new URL(ready.nmbrs.api).pathname}` } },
    alter(next) {
      change = next;
    },
    close,
  };
}
