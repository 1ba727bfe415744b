import type { SandboxReply } from '../../sandbox/http.ts';
import { createJaveloScim, type JaveloScim, type Profile } from '../../sandbox/javelo/scim/index.ts';

export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const JAVELO = 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User';
export const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** Whatever an answer holds: a resource, a list, an error. The assertions say which. */
export interface Body {
  readonly [name: string]: unknown;
  readonly id: string;
  readonly userName: string;
  readonly active: boolean;
  readonly meta: Readonly<Record<string, string>>;
  readonly members: readonly { readonly value: string }[];
  readonly totalResults: number;
  readonly Resources: readonly Body[];
  readonly Operations: readonly Body[];
  readonly status: string;
  readonly detail: string;
  readonly [JAVELO]?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly json: Body;
}

export type Send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

const TOKEN = 'scim-test-token';

/** A fresh system of that profile, and a way to ask it as a client would. */
export function open(profile: Profile, switches: object = {}, now?: () => number): { javelo: JaveloScim; send: Send } {
  const javelo = createJaveloScim({ profile, token: TOKEN, ...(now === undefined ? {} : { now }) });
  javelo.configure(switches);
  const send: Send = async (method, path, body, headers = {}) => {
    const reply: SandboxReply = await javelo.handle({
      method,
      url: new URL(`http://javelo.test/scim/v2${path}`),
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json', ...headers },
      body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = String(reply.body);
    const isJson = reply.headers['content-type']?.startsWith('application/scim+json') === true;
    return { status: reply.status, headers: reply.headers, text, json: (isJson ? JSON.parse(text) : {}) as Body };
  };
  return { javelo, send };
}

export function person(userName: string, more: object = {}): object {
  return { schemas: [CORE], userName, name: { givenName: 'Jan', familyName: 'Jansen' }, active: true, ...more };
}

export function patch(...operations: object[]): object {
  return { schemas: [PATCH_OP], Operations: operations };
}

export function filter(text: string): string {
  return `/Users?filter=${encodeURIComponent(text)}`;
}

export async function create(send: Send, userName: string, more: object = {}): Promise<string> {
  const answer = await send('POST', '/Users', person(userName, more));
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return String(answer.json.id);
}
