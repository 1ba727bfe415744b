import { CompanionError } from '../../core/errors.ts';
import { type HttpAnswer, HttpFailure, type HttpRequest, readText, sendRequest } from '../http.ts';

/** The body of an answer, told apart before anybody reads meaning into it. */
export type AnswerBody =
  | { readonly kind: 'empty' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'cut' }
  | { readonly kind: 'html' }
  | { readonly kind: 'text'; readonly text: string };

export interface ScimAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnswerBody;
}

export interface ScimRequest {
  readonly method: HttpRequest['method'];
  /** Below the SCIM address, each segment already encoded: `/Users`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly ifMatch?: string | null;
  readonly signal?: AbortSignal | undefined;
}

export interface ScimClientOptions {
  /** As scimBaseUrl gives it. */
  readonly scimUrl: string;
  readonly token: string;
  readonly accept: string;
  /** Longest silence tolerated, in ms; the default is that of http.ts. */
  readonly silenceMs?: number | undefined;
  /** Called before every request leaves. */
  readonly onRequest?: ((request: { readonly method: string; readonly path: string }) => void) | undefined;
}

export interface ScimClient {
  /** Sends one request, once. Any status is an answer; throws CompanionError only where none came whole. */
  send(request: ScimRequest): Promise<ScimAnswer>;
}

/** Sends requests below one SCIM address with one bearer token (RFC 7644 §2). A token that is no header value throws `target-auth`, without its words. */
export function createScimClient(options: ScimClientOptions): ScimClient {
  const { scimUrl, accept, onRequest, silenceMs } = options;
  const token = options.token.trim();
  return {
    async send(request) {
      // The platform's own complaint about such a header quotes it, and with it the token.
      if (!/^[\x21-\x7e]+$/.test(token)) throw new CompanionError('target-auth', { detail: 'token' });
      onRequest?.({ method: request.method, path: request.path });
      try {
        const answer = await sendRequest({
          url: `${scimUrl}${request.path}${queryString(request.query)}`,
          method: request.method,
          headers: {
            accept,
            authorization: `Bearer ${token}`,
            ...(request.body === undefined ? {} : { 'content-type': 'application/scim+json' }),
            ...(request.ifMatch == null ? {} : { 'if-match': request.ifMatch }),
          },
          ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
          ...(silenceMs === undefined ? {} : { silenceMs }),
          ...(request.signal === undefined ? {} : { signal: request.signal }),
        });
        return { status: answer.status, headers: answer.headers, body: await readBody(answer) };
      } catch (error) {
        throw transportError(error);
      }
    },
  };
}

/** RFC 3986 throughout: a space is %20, as Javelo's public client writes it (javelo-scim.md §2.2), never `+`. */
function queryString(query: ScimRequest['query']): string {
  const pairs = Object.entries(query ?? {}).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

async function readBody(answer: HttpAnswer): Promise<AnswerBody> {
  let text: string;
  try {
    text = (await readText(answer)).trim();
  } catch (error) {
    // A refusal is known by its status, even where its explanation was lost.
    if (error instanceof HttpFailure && error.kind === 'cut' && answer.status >= 400) return { kind: 'cut' };
    throw error;
  }
  return classify(text);
}

function classify(text: string): AnswerBody {
  if (text === '') return { kind: 'empty' };
  if (text.startsWith('<')) return { kind: 'html' };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return /^[{[]/.test(text) ? { kind: 'cut' } : { kind: 'text', text };
  }
}

function transportError(error: unknown): CompanionError {
  if (!(error instanceof HttpFailure)) throw error;
  // Not the failure itself: it leads to the request's options, and those hold the token.
  const options = { cause: new Error(reasonOf(error)) };
  switch (error.kind) {
    case 'unreachable':
      return new CompanionError('target-unreachable', {}, options);
    case 'timeout':
      return new CompanionError('target-timeout', {}, options);
    case 'cut':
      return new CompanionError('target-truncated', {}, options);
    case 'aborted':
      return new CompanionError('run-cancelled', {}, options);
  }
}

/** Name and system code of the innermost error, such as "TypeError ECONNREFUSED": never its text. */
function reasonOf(error: Error): string {
  let innermost = error;
  while (innermost.cause instanceof Error) innermost = innermost.cause;
  const code = 'code' in innermost && typeof innermost.code === 'string' ? ` ${innermost.code}` : '';
  return `${innermost.name}${code}`;
}
