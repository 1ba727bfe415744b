import { ofetch } from 'ofetch';

/** Why no answer came, or why it stopped: told apart so that each connector can map it to its own code. */
export class HttpFailure extends Error {
  readonly kind: 'unreachable' | 'timeout' | 'aborted' | 'cut';

  constructor(kind: HttpFailure['kind'], cause: unknown) {
    super(kind, { cause });
    this.name = 'HttpFailure';
    this.kind = kind;
  }
}

export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Longest silence tolerated, in ms: before the answer begins and between any two pieces of it. */
  readonly silenceMs?: number;
  readonly signal?: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as text, in pieces as they arrive. Throws HttpFailure `cut` or `timeout`. To be read to its end, once. */
  readonly pieces: AsyncIterable<string>;
}

// Chrome may end a worker whose fetch takes longer than 30 s to answer (models.md §d), so silence is cut before that.
const defaultSilenceMs = 25_000;

/**
 * Sends one request, once: ofetch's own retry repeats at once and ignores Retry-After (models.md §0.9), so repeating is
 * left to those who know what is safe to repeat. Any status is an answer. Credentials of the browser never travel.
 */
export async function sendRequest(request: HttpRequest): Promise<HttpAnswer> {
  const watchdog = startWatchdog(request.silenceMs ?? defaultSilenceMs, request.signal);
  try {
    const response = await ofetch.raw(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      retry: false,
      ignoreResponseError: true,
      responseType: 'stream',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      signal: watchdog.signal,
    });
    return { status: response.status, headers: response.headers, pieces: readPieces(response.body, watchdog) };
  } catch (error) {
    watchdog.stop();
    throw watchdog.failure('unreachable', error);
  }
}

/** The whole body as one string. */
export async function readText(answer: HttpAnswer): Promise<string> {
  let text = '';
  for await (const piece of answer.pieces) text += piece;
  return text;
}

async function* readPieces(
  body: ReadableStream<Uint8Array> | null | undefined,
  watchdog: Watchdog,
): AsyncIterable<string> {
  if (!body) {
    watchdog.stop();
    return;
  }
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let whole = false;
  try {
    for (;;) {
      watchdog.touch();
      const { done, value } = await reader.read();
      if (done) break;
      yield decoder.decode(value, { stream: true });
    }
    whole = true;
    const rest = decoder.decode();
    if (rest) yield rest;
  } catch (error) {
    throw watchdog.failure('cut', error);
  } finally {
    watchdog.stop();
    if (!whole) void reader.cancel().catch(() => {});
  }
}

interface Watchdog {
  readonly signal: AbortSignal;
  touch(): void;
  stop(): void;
  failure(kind: HttpFailure['kind'], cause: unknown): HttpFailure;
}

function startWatchdog(silenceMs: number, outer: AbortSignal | undefined): Watchdog {
  const controller = new AbortController();
  let silent = false;
  const bark = () => {
    silent = true;
    controller.abort();
  };
  let timer = setTimeout(bark, silenceMs);
  const onAbort = () => controller.abort();
  if (outer?.aborted) controller.abort();
  outer?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    touch() {
      clearTimeout(timer);
      timer = setTimeout(bark, silenceMs);
    },
    stop() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', onAbort);
    },
    failure(kind, cause) {
      if (silent) return new HttpFailure('timeout', cause);
      if (outer?.aborted) return new HttpFailure('aborted', cause);
      return new HttpFailure(kind, cause);
    },
  };
}
