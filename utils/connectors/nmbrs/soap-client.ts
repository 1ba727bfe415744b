import { CompanionError } from '../../core/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Scheduler } from '../../ports/scheduler.ts';
import { type HttpAnswer, HttpFailure, sendRequest } from '../http.ts';
import { buildEnvelope, type Credentials, type OperationValues, soapAction } from './envelope.ts';
import { faultToError } from './faults.ts';
import type { Operation } from './operations.ts';
import type { RateGate } from './rate-gate.ts';
import { type RetryPolicy, withRetry } from './retry.ts';
import { type AnswerTree, readSmallAnswer } from './small-answer.ts';
import { createSoapReader, type ElementSink, XmlProblem } from './xml-stream.ts';

export interface SoapClientOptions {
  readonly apiUrl: string;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly gate: RateGate;
  readonly retry: RetryPolicy;
  readonly random: () => number;
  readonly silenceMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** What takes in a streamed answer; made anew for every attempt, so that a broken one leaves nothing behind. */
export interface Collector<Result> {
  readonly sink: ElementSink;
  /** Elements outside the reach of the sink, cut out before parsing (see managers/escaped-content.ts). */
  readonly filter?: (piece: string) => string;
  result(): Result;
}

/** Calls operations of Nmbrs. Everything here only reads, so everything may be repeated. Throws CompanionError `source-*`. */
export interface SoapClient {
  /** A small answer as a tree. */
  ask(operation: Operation, values?: OperationValues): Promise<AnswerTree>;
  /** An answer of any size, collected while it streams; resolves only if it was whole to its last tag. */
  stream<Result>(operation: Operation, values: OperationValues, collect: () => Collector<Result>): Promise<Result>;
  /** Requests sent so far, repeated ones included. */
  calls(): number;
}

const smallAnswerChars = 1_000_000;

/** Speaks SOAP v3 with one environment of Nmbrs (nmbrs-api.md §1, §2): paced by the gate, repeated as the retry policy says, silent for at most `silenceMs`. */
export function createSoapClient(options: SoapClientOptions): SoapClient {
  const { clock, gate, retry, random, signal, credentials } = options;
  let calls = 0;

  async function send(operation: Operation, values: OperationValues): Promise<HttpAnswer> {
    calls += 1;
    return await sendRequest({
      url: `${options.apiUrl}/${operation.service}.asmx`,
      method: 'POST',
      headers: { 'Content-Type': 'text/xml; charset=utf-8', Accept: 'text/xml', SOAPAction: soapAction(operation) },
      body: buildEnvelope(operation, values, credentials),
      silenceMs: options.silenceMs,
      ...(signal ? { signal } : {}),
    });
  }

  /** One try under the gate, with everything that can go wrong on the way told apart. */
  function attempt<Result>(
    operation: Operation,
    values: OperationValues,
    read: (answer: HttpAnswer) => Promise<Result>,
  ): Promise<Result> {
    const once = async (): Promise<Result> => {
      try {
        const answer = await send(operation, values);
        if (answer.status === 200) return await read(answer);
        throw await readRefusal(answer, operation);
      } catch (error) {
        throw toCompanionError(error, operation);
      }
    };
    return withRetry(() => gate.run(once, signal), { clock, policy: retry, random, signal });
  }

  /** Whatever is not 200 is a fault (nmbrs-api.md §3.2), or nothing of Nmbrs' at all. */
  async function readRefusal(answer: HttpAnswer, operation: Operation): Promise<CompanionError> {
    try {
      const small = readSmallAnswer(await readBounded(answer), responseOf(operation));
      if (small.kind === 'fault') return faultToError(small.fault, operation, credentials.token);
    } catch (error) {
      if (error instanceof HttpFailure && error.kind !== 'cut') throw error;
    }
    return unavailable(answer, operation);
  }

  return {
    ask(operation, values = {}) {
      return attempt(operation, values, async (answer) => {
        const small = readSmallAnswer(await readBounded(answer), responseOf(operation));
        if (small.kind === 'fault') throw faultToError(small.fault, operation, credentials.token);
        return small.tree;
      });
    },
    stream(operation, values, collect) {
      return attempt(operation, values, async (answer) => {
        const collector = collect();
        const reader = createSoapReader(responseOf(operation), collector.sink);
        const { filter } = collector;
        for await (const piece of answer.pieces) {
          reader.write(filter ? filter(piece) : piece);
          // A fast network has the next piece ready at once, and nobody else would have a turn until the last one.
          await options.scheduler.giveWay();
        }
        const fault = reader.end();
        if (fault) throw faultToError(fault, operation, credentials.token);
        return collector.result();
      });
    },
    calls: () => calls,
  };
}

function responseOf(operation: Operation): string {
  return `${operation.method}Response`;
}

async function readBounded(answer: HttpAnswer): Promise<string> {
  let text = '';
  for await (const piece of answer.pieces) {
    text += piece;
    if (text.length > smallAnswerChars) throw new XmlProblem('invalid', 'too long');
  }
  return text;
}

function unavailable(answer: HttpAnswer, operation: Operation): CompanionError {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return new CompanionError(
    'source-unavailable',
    { service: operation.service, method: operation.method, status: answer.status },
    Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: Math.min(seconds, 600) * 1000 } : {},
  );
}

function toCompanionError(error: unknown, operation: Operation): unknown {
  const where = { service: operation.service, method: operation.method };
  if (error instanceof HttpFailure) {
    switch (error.kind) {
      case 'unreachable':
        return new CompanionError('source-unreachable', where, { cause: error });
      case 'timeout':
        return new CompanionError('source-timeout', where, { cause: error });
      case 'cut':
        return new CompanionError('source-truncated', where, { cause: error });
      case 'aborted':
        return new CompanionError('run-cancelled', {}, { cause: error });
    }
  }
  if (error instanceof XmlProblem) {
    switch (error.kind) {
      case 'not-xml':
        return new CompanionError('source-unavailable', where, { cause: error });
      case 'truncated':
        return new CompanionError('source-truncated', where, { cause: error });
      case 'invalid':
        return new CompanionError('source-invalid', { ...where, detail: error.message }, { cause: error });
    }
  }
  return error;
}
