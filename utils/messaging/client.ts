import { CompanionError, type ErrorInfo } from '../core/errors.ts';
import { answerSchema } from './answer.ts';
import { contract, type MessageName, type RequestOf, type ResponseOf } from './contract.ts';
import type { ContractEntry } from './contract-entry.ts';

/** Hands a message to the background and gives what it answers: `runtime.sendMessage`. */
export type Send = (message: unknown) => Promise<unknown>;

export type Client = <N extends MessageName>(name: N, request: RequestOf<N>) => Promise<ResponseOf<N>>;

/** Tests of a connection speak to another host, and erasing waits for the step at work; everything else only to the local journal. */
const slow: ReadonlySet<MessageName> = new Set([
  'connection.testSource',
  'connection.testTarget',
  'doctor.run',
  'token.consent',
  'privacy.eraseEverything',
  'log.erasePerson',
  'quarantine.test',
]);

/**
 * A typed way to the background. Rejects with CompanionError: what the handler said, or `background-unavailable` when
 * nobody answers in time, or `message-refused` when the answer is not what the contract says.
 */
export function createClient(send: Send, limits = { quickMs: 10_000, slowMs: 60_000 }): Client {
  return async (name, request) => {
    const limitMs = slow.has(name) ? limits.slowMs : limits.quickMs;
    const raw = await withLimit(sendTwice(send, { name, request }), limitMs);
    const answer = answerSchema.safeParse(raw);
    if (!answer.success) throw new CompanionError('background-unavailable', { name });
    if (!answer.data.ok) throw fromInfo(answer.data.error as ErrorInfo);
    const entry: ContractEntry = contract[name];
    const data = entry.response.safeParse(answer.data.data);
    if (!data.success) throw new CompanionError('message-refused', { name, why: 'answer' });
    return data.data as ResponseOf<typeof name>;
  };
}

/** A worker that is just starting is not listening yet: the second attempt finds it. */
async function sendTwice(send: Send, message: unknown): Promise<unknown> {
  try {
    return await send(message);
  } catch (error) {
    if (!/Receiving end does not exist/i.test(String(error))) {
      throw new CompanionError('background-unavailable', {}, { cause: error });
    }
  }
  try {
    return await send(message);
  } catch (error) {
    throw new CompanionError('background-unavailable', {}, { cause: error });
  }
}

async function withLimit<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CompanionError('background-unavailable', { seconds: ms / 1000 })), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function fromInfo(info: ErrorInfo): CompanionError {
  return new CompanionError(
    info.code,
    info.params,
    info.retryAfterMs === undefined ? {} : { retryAfterMs: info.retryAfterMs },
  );
}
