import { CompanionError, toErrorInfo } from '../../core/errors.ts';
import type { Json } from '../../core/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import { createScheduler, type Scheduler } from '../../ports/scheduler.ts';
import type { Source, SourceStep } from '../../ports/source.ts';
import { checkConnection } from './check.ts';
import { parseCursor } from './cursor.ts';
import { type NmbrsEndpoints, resolveEndpoints } from './endpoints.ts';
import { neededPermissions } from './permissions.ts';
import { createRateGate } from './rate-gate.ts';
import { explainAuth, readDomain } from './read-environment.ts';
import { checkRetry, type RetryPolicy, readRetry } from './retry.ts';
import { createSoapClient, type SoapClient } from './soap-client.ts';
import { beginStep } from './steps/begin-step.ts';
import { readCompanyStep } from './steps/company-step.ts';
import { askManagersStep, decideManagersStep } from './steps/manager-steps.ts';
import type { StepTools } from './steps/step.ts';

export interface NmbrsSourceOptions {
  /** As typed: `acme`, `acme.nmbrs.nl`, or a whole pasted address. */
  readonly domain: string;
  /** Where the API is, if not where the domain says. */
  readonly apiUrl?: string;
  readonly email: string;
  readonly token: string;
  readonly clock: Clock;
  readonly scheduler?: Scheduler;
  /** Source of jitter in [0, 1). */
  readonly random?: () => number;
  readonly retry?: RetryPolicy;
  /** Longest silence of Nmbrs that is tolerated, in ms. Bulk answers of big companies are slow (nmbrs-api.md §3.3). */
  readonly silenceMs?: number;
}

// Nmbrs slows down above 150 a second (nmbrs-api.md §3.3).
const limits = { atOnce: 8, perSecond: 100 };
// Below the 30 s after which browsers end a worker that waits for an answer (models.md d).
const defaultSilenceMs = 25_000;

/**
 * Nmbrs over SOAP v3 behind the source port: environment → one company per step → managers → evidence.
 * Creating it sends nothing and never throws; a domain that is none is reported by `check` and thrown by `readStep`.
 */
export function createNmbrsSource(options: NmbrsSourceOptions): Source {
  const { clock } = options;
  const gate = createRateGate(clock, limits);
  const scheduler = options.scheduler ?? createScheduler();

  function connect(endpoints: NmbrsEndpoints, retry: RetryPolicy, signal: AbortSignal): SoapClient {
    return createSoapClient({
      apiUrl: endpoints.apiUrl,
      credentials: { email: options.email.trim(), token: options.token.trim(), domain: endpoints.domain },
      clock,
      scheduler,
      gate,
      retry,
      random: options.random ?? Math.random,
      silenceMs: options.silenceMs ?? defaultSilenceMs,
      signal,
    });
  }

  return {
    async check(signal) {
      try {
        const endpoints = resolveEndpoints(options);
        return await withOwnSignal(signal, (own) =>
          checkConnection(connect(endpoints, options.retry ?? checkRetry, own), endpoints.domain),
        );
      } catch (error) {
        const permissions = neededPermissions.map(({ operation, required }) => ({
          service: operation.service,
          method: operation.method,
          required,
          granted: null,
        }));
        return { ok: false, environment: null, companies: [], permissions, error: toErrorInfo(error) };
      }
    },
    async readStep(cursor, context, signal) {
      const endpoints = resolveEndpoints(options);
      return await withOwnSignal(signal, async (own) => {
        const client = connect(endpoints, options.retry ?? readRetry, own);
        try {
          return await runStep(cursor, { client, endpoints, clock, scheduler, context, signal: own });
        } catch (error) {
          // Asked only where there is something to explain: a run that works saves the call.
          const refused = error instanceof CompanionError && error.code === 'source-auth';
          throw refused ? explainAuth(error, endpoints.domain, await readDomain(client)) : error;
        }
      });
    },
  };
}

function runStep(cursor: Json, tools: StepTools): Promise<SourceStep> {
  if (cursor === null) return beginStep(tools);
  const at = parseCursor(cursor);
  switch (at.stage) {
    case 'companies':
      return readCompanyStep(at, tools);
    case 'managers':
      return decideManagersStep(at, tools);
    case 'asking':
      return askManagersStep(at, tools);
  }
}

/** A signal that also ends what a failed step left under way, so that nothing of it runs into its repetition. */
async function withOwnSignal<Result>(
  outer: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  if (outer?.aborted) abort();
  outer?.addEventListener('abort', abort, { once: true });
  try {
    return await task(controller.signal);
  } finally {
    outer?.removeEventListener('abort', abort);
    abort();
  }
}
