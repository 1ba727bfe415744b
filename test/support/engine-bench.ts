import { createScheduler } from '../../utils/ports/scheduler.ts';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Json, RunId } from '../../utils/core/ids.ts';
import type { LogEntry } from '../../utils/core/log/log-entry.ts';
import type { Person } from '../../utils/core/person.ts';
import { defaultPolicy, type Policy } from '../../utils/core/policy.ts';
import type { Run, RunMode, RunTask, RunTrigger } from '../../utils/core/run/run.ts';
import { createEngine } from '../../utils/engine/engine.ts';
import type { Engine, EngineRest } from '../../utils/ports/engine.ts';
import type { Journal } from '../../utils/ports/journal.ts';
import type { Source } from '../../utils/ports/source.ts';
import type { Target } from '../../utils/ports/target.ts';
import { openJournal } from '../../utils/storage/journal.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFakeTarget, type FakeTarget } from './fake-target.ts';
import { createLife, type Interference, interfere, type Life } from './interference.ts';
import { createScriptedSource } from './scripted-source.ts';

const noLimit = { number: null, percent: null };

/** Nothing waits for an admin, however small the test's company is. */
export const permissivePolicy: Policy = {
  ...defaultPolicy,
  thresholds: { create: noLimit, update: noLimit, disable: noLimit },
  minimumForPercent: 1_000,
};

export type Decide = (method: string, args: readonly unknown[]) => Interference | null;

export interface BenchOptions {
  readonly people: readonly Person[];
  readonly target?: FakeTarget;
  /** Another target than the fake one: made anew for every process, with what was found out before. */
  readonly openTarget?: (negotiated: Json, clock: FakeClock) => Target;
  readonly policy?: Policy;
  readonly openJournal?: () => Journal;
}

/** An engine among parts that a test can look at, change and break. */
export interface Bench {
  people: readonly Person[];
  policy: Policy;
  readonly target: FakeTarget;
  readonly clock: FakeClock;
  readonly journal: Journal;
  readonly wakeUps: readonly (number | null)[];
  readonly published: readonly Run[];
  /** Interferes with the calls of the source, the target or the journal from now on. */
  interfereWith(port: 'source' | 'target' | 'journal', decide: Decide): void;
  /** Parts of the target that behave otherwise from the next process on. */
  replaceInTarget(changes: Partial<Target>): void;
  /** A new process on the same journal. */
  boot(): { readonly engine: Engine; readonly life: Life };
  /** Starts a run and works on it, through every sleep, until it ends or waits for an approval. */
  run(mode?: RunMode, trigger?: RunTrigger): Promise<Run>;
  /** The same for a run that is about something else than everyone. */
  runTask(task: RunTask, mode?: RunMode): Promise<Run>;
  /** Goes on with the active run in a new process after each death, until it comes to rest. */
  settle(): Promise<Run>;
  log(runId: RunId): Promise<readonly LogEntry[]>;
}

export function createBench(options: BenchOptions): Bench {
  const factory = new IDBFactory();
  const open = options.openJournal ?? (() => openJournal({ name: 'companion', factory }));
  const clock = createFakeClock();
  const target = options.target ?? createFakeTarget();
  const wakeUps: (number | null)[] = [];
  const published: Run[] = [];
  const decide: Record<'source' | 'target' | 'journal', Decide> = {
    source: () => null,
    target: () => null,
    journal: () => null,
  };
  let replaced: Partial<Target> = {};
  let processes = 0;
  let runs = 0;

  const bench: Bench = {
    people: options.people,
    policy: options.policy ?? defaultPolicy,
    target,
    clock,
    journal: open(),
    wakeUps,
    published,
    interfereWith(port, how) {
      decide[port] = how;
    },
    replaceInTarget(changes) {
      replaced = changes;
    },
    boot() {
      const life = createLife();
      const source: Source = createScriptedSource(() => bench.people);
      const merged: Target = { ...target, ...replaced };
      processes += 1;
      const engine = createEngine({
        source: async () => interfere(source, (...call) => decide.source(...call), life),
        target: async (negotiated) =>
          interfere(options.openTarget?.(negotiated, clock) ?? merged, (...call) => decide.target(...call), life),
        journal: interfere(open(), (...call) => decide.journal(...call), life),
        clock,
        scheduler: createScheduler(),
        wakeUp: {
          scheduleAt: async (atMs) => void wakeUps.push(atMs),
          cancel: async () => void wakeUps.push(null),
        },
        status: { publish: async (run) => void published.push(run) },
        policy: async () => bench.policy,
        owner: `process-${processes}`,
        newRunId: () => {
          runs += 1;
          return `run-${runs}` as RunId;
        },
      });
      return { engine, life };
    },
    async run(mode = 'live', trigger = 'manual') {
      await bench.boot().engine.start({ mode, trigger });
      return bench.settle();
    },
    async runTask(task, mode = 'live') {
      await bench.boot().engine.start({ mode, trigger: 'manual', task });
      return bench.settle();
    },
    async settle() {
      for (let tries = 0; tries < 10_000; tries += 1) {
        const { engine, life } = bench.boot();
        const rest = await Promise.race([engine.resume(), life.death]);
        const run = await restOf(rest);
        if (run) return run;
      }
      throw new Error('the run does not come to rest');
    },
    async log(runId) {
      return (await bench.journal.queryLog({ runId, limit: 100_000 })).entries;
    },
  };

  const restOf = async (rest: EngineRest | 'died'): Promise<Run | null> => {
    // A dead process still holds its lease.
    if (rest === 'died' || rest.state === 'busy') clock.advance(60_001);
    else if (rest.state === 'sleeping') await clock.sleepUntil(rest.untilMs);
    else if (rest.state === 'idle') {
      const [last] = await bench.journal.listRuns(1);
      if (last) return last;
      throw new Error('there is no run');
    } else return rest.run;
    return null;
  };

  return bench;
}
