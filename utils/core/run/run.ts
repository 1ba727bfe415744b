import type { AccountAttribute } from '../account.ts';
import type { ErrorInfo, Notice } from '../errors.ts';
import type { GuardrailFinding } from '../guardrails/guardrail.ts';
import type { IsoTime, Json, RunId, SourceId } from '../ids.ts';
import type { Outcome } from '../log/log-entry.ts';
import type { RunEstimate } from '../plan/estimate.ts';

export const runStates = [
  'queued',
  'reading-source',
  'reading-target',
  'planning',
  'awaiting-approval',
  'applying',
  'succeeded',
  'partial', // done, but some failed or wait
  'failed',
  'cancelled',
] as const;
export type RunState = (typeof runStates)[number];

export type RunMode = 'dry' | 'live';
export type RunTrigger = 'manual' | 'schedule' | 'headless';

/** What a run is about where it is not about everyone: one person, taking an earlier run back, or what has changed in the target. */
export type RunTask =
  | { readonly kind: 'person'; readonly sourceId: SourceId }
  | { readonly kind: 'undo'; readonly of: RunId }
  | { readonly kind: 'drift' };

/** One execution of the synchronisation; a small row, rewritten after every step, from which any worker can go on. */
export interface Run {
  readonly id: RunId;
  /** `initial` while there is no link yet: the first plan against accounts that nobody has matched before. */
  readonly kind: 'initial' | 'incremental';
  readonly mode: RunMode;
  readonly trigger: RunTrigger;
  readonly state: RunState;
  readonly startedAt: IsoTime;
  readonly updatedAt: IsoTime;
  readonly endedAt: IsoTime | null;
  /** Where reading stands: opaque cursors of the connectors. */
  readonly sourceCursor: Json;
  readonly targetCursor: Json;
  readonly progress: { readonly done: number; readonly total: number };
  /** Nothing is to be sent before this time (rate limit, back-off): time is data (design.md rule 3). */
  readonly notBeforeMs: number;
  /** Consecutive failures of the present step. */
  readonly attempts: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Requests sent so far. */
  readonly requests: { readonly source: number; readonly target: number };
  readonly planHash: string | null;
  /** The hash an admin approved, or the plan's own where no approval is needed. */
  readonly approvedHash: string | null;
  readonly findings: readonly GuardrailFinding[];
  readonly notices: readonly Notice[];
  /** Of what the plan writes, once there is one: in a dry run, what carrying it out would take. */
  readonly estimate?: RunEstimate;
  /** A dry run that compares with nothing instead of the target: its rows hold every account as a whole. */
  readonly against?: 'nothing';
  readonly task?: RunTask;
  readonly error: ErrorInfo | null;
  /** The engine's own notes from one step to the next; absent = `freshWork`. */
  readonly work?: RunWork;
}

/** What the engine has to remember inside a run, so that any worker can go on with it. */
export interface RunWork {
  /** Pages of the source and the target that are on record. */
  readonly sourcePages: number;
  readonly targetPages: number;
  /** How often the target's list was begun anew because it did not add up. */
  readonly listRestarts: number;
  /** Attributes sent to the target in this run: for how many people it refused or dropped the value, for how many it took it. */
  readonly attributes: { readonly [A in AccountAttribute]?: { readonly refused: number; readonly taken: number } };
  /** Attributes that at least one listed account has a value for: the target keeps them. */
  readonly shown: readonly AccountAttribute[];
  /** Attributes that were not accepted and are tried again in this run, on a few people. */
  readonly onTrial: readonly AccountAttribute[];
  /** Refusals for being too fast, in a row. */
  readonly held: number;
  /** What the plan counted: the yardstick of the next run's guardrails, once this one ends well. */
  readonly counted: { readonly people: number; readonly accounts: number } | null;
  /** Operations in a row that were given up because the target did not answer. */
  readonly unanswered: number;
  /** Set once it is decided how the run ends; what is still open is then closed with this outcome and nothing more is sent. */
  readonly ending: RunEnding | null;
}

export interface RunEnding {
  readonly state: 'failed' | 'cancelled';
  readonly outcome: 'waiting' | 'failed';
  readonly error: ErrorInfo;
  readonly retryAt: IsoTime | null;
}

export const freshWork: RunWork = {
  sourcePages: 0,
  targetPages: 0,
  listRestarts: 0,
  attributes: {},
  shown: [],
  onTrial: [],
  held: 0,
  counted: null,
  unanswered: 0,
  ending: null,
};

const ended: ReadonlySet<RunState> = new Set(['succeeded', 'partial', 'failed', 'cancelled']);

/** Whether a run is over for good. */
export function hasEnded(run: Pick<Run, 'state'>): boolean {
  return ended.has(run.state);
}

/** The people a run was about: everyone but those it had to leave out (commands.md `people`). */
export function countPeople(counts: Run['counts']): number {
  return counts.created + counts.updated + counts.disabled + counts.unchanged + counts.waiting + counts.failed;
}

export const noCounts: Run['counts'] = {
  created: 0,
  updated: 0,
  disabled: 0,
  unchanged: 0,
  skipped: 0,
  waiting: 0,
  failed: 0,
};

/** One person moves from one outcome to another. */
export function moveCounts(counts: Run['counts'], from: Outcome, to: Outcome): Run['counts'] {
  return from === to ? counts : { ...counts, [from]: counts[from] - 1, [to]: counts[to] + 1 };
}
