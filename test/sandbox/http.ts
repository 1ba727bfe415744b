import type { IncomingHttpHeaders } from 'node:http';

/** One request as a sandbox system sees it: the body is whole, the URL absolute (host included). */
export interface SandboxRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a sandbox system answers. `body` may come in pieces, so that bulk answers leave the server as they are written. */
export interface SandboxReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Iterable<string> | Uint8Array;
}

export type SandboxHandler = (request: SandboxRequest) => SandboxReply | Promise<SandboxReply>;
