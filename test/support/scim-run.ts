import type { ScimTargetOptions } from '../../utils/connectors/scim/target.ts';
import type { LogEntry } from '../../utils/core/log/log-entry.ts';
import type { Person } from '../../utils/core/person.ts';
import type { Policy } from '../../utils/core/policy.ts';
import type { Run } from '../../utils/core/run/run.ts';
import type { Journal } from '../../utils/ports/journal.ts';
import type { Profile } from '../sandbox/javelo/scim/index.ts';
import { type Bench, createBench, permissivePolicy } from './engine-bench.ts';
import type { FakeClock } from './fake-clock.ts';
import { openScimSandbox, type ScimSandbox } from './scim-sandbox.ts';

export interface ScimRun {
  readonly bench: Bench;
  readonly sandbox: ScimSandbox;
  /** Requests since the last call, by method and kind of address: `POST /Users`, `PATCH /Users/id`. */
  requests(): Readonly<Record<string, number>>;
  log(run: Run): Promise<readonly LogEntry[]>;
  close(): Promise<void>;
}

/** The engine with the SCIM connector, on one virtual clock with the sandbox it writes to. */
export async function openScimRun(
  people: readonly Person[],
  options: {
    readonly profile?: Profile;
    readonly switches?: Record<string, unknown>;
    readonly policy?: Policy;
    readonly target?: Partial<ScimTargetOptions>;
    readonly openJournal?: () => Journal;
    /** Default: small ones, so that few people fill several. */
    readonly pageSize?: number;
  } = {},
): Promise<ScimRun> {
  let clock: FakeClock | null = null;
  const sandbox = await openScimSandbox(options.profile ?? 'javelo', options.switches, () => clock?.nowMs() ?? 0);
  const bench = createBench({
    people,
    policy: options.policy ?? permissivePolicy,
    openTarget: (negotiated, time) => sandbox.target({ negotiated, clock: time, ...options.target }, options.pageSize),
    ...(options.openJournal ? { openJournal: options.openJournal } : {}),
  });
  clock = bench.clock;
  let counted = 0;
  return {
    bench,
    sandbox,
    requests() {
      const counts: Record<string, number> = {};
      for (const { method, url } of sandbox.log.slice(counted)) {
        const name = `${method} ${url.pathname.replace('/scim/v2', '').replace(/(\/Users)\/.+/, '$1/id')}`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
      counted = sandbox.log.length;
      return counts;
    },
    log: (run) => bench.log(run.id),
    close: sandbox.close,
  };
}
