import type { Account, AccountAttribute } from '../core/account.ts';
import type { Drift, DriftDecision } from '../core/drift.ts';
import type { IsoTime, Json, RunId, SourceId } from '../core/ids.ts';
import type { Link } from '../core/link.ts';
import type { LogEntry, Outcome } from '../core/log/log-entry.ts';
import type { Traces } from '../core/people/erase.ts';
import type { KnownPerson } from '../core/people/known-person.ts';
import type { EscrowEntry } from '../core/run/escrow.ts';
import type { Operation } from '../core/run/operation.ts';
import type { Run, RunEnding } from '../core/run/run.ts';
import type { SourceStep } from './source.ts';
import type { RequestBudget } from './target.ts';

/**
 * The durable record of runs and operations, from which a run resumes after any death. Every method is one transaction:
 * either all of it is on disk when the promise resolves, or nothing. Throws CompanionError `storage-*`, `journal-*`.
 */
export interface Journal {
  /** Makes the run the active one; throws `run-active` while another one has not ended. */
  createRun(run: Run): Promise<void>;
  saveRun(run: Run): Promise<void>;
  loadRun(id: RunId): Promise<Run | null>;
  /** The run that has not ended, if any. */
  activeRun(): Promise<Run | null>;
  /** Newest first. */
  listRuns(limit: number): Promise<readonly Run[]>;

  /** Asks for the end of a run, whoever is working on it; kept until the run has ended. */
  requestCancel(id: RunId): Promise<void>;
  isCancelRequested(id: RunId): Promise<boolean>;

  /** Stores what one step read together with the run that carries the next cursor. Replaces that page and every later one. */
  saveSourceStep(
    run: Run,
    page: number,
    step: Pick<SourceStep, 'people' | 'managers' | 'remember' | 'evidence'>,
  ): Promise<void>;
  /** `lists` = what is wanted of each step, the rest of it is empty; all where nothing is said. */
  readSourceSteps(
    runId: RunId,
    lists?: readonly StepList[],
  ): Promise<readonly Pick<SourceStep, 'people' | 'managers' | 'remember' | 'evidence'>[]>;
  /** Replaces that page and every later one: a list that is begun anew leaves nothing behind. */
  saveTargetPage(run: Run, page: number, accounts: readonly Account[]): Promise<void>;
  readTargetPages(runId: RunId): Promise<readonly (readonly Account[])[]>;

  /** Replaces the run's operations and log rows, and the links adopted by planning. Large plans may be written in several transactions; `run` comes last. */
  savePlan(
    run: Run,
    plan: {
      readonly operations: readonly Operation[];
      readonly entries: readonly LogEntry[];
      readonly links: readonly Link[];
      /** What is known of people from now on; `forgetOthers` = they are all there are. */
      readonly people?: readonly KnownPerson[];
      readonly forgetOthers?: boolean;
    },
  ): Promise<void>;
  /** Operations not settled yet (`pending`, `in-flight`) of the kinds given, in order of seq. */
  openOperations(runId: RunId, kinds: readonly Operation['kind'][], limit: number): Promise<readonly Operation[]>;
  readEntry(runId: RunId, seq: number): Promise<LogEntry | null>;
  /** Write-ahead: the operations that one request carries as `in-flight`, and that request spent from the budget, in one transaction. */
  markInFlight(operations: readonly Operation[], atMs: number): Promise<void>;
  /** Outcome, link, log row and run in one transaction (design.md rule 2). */
  settle(settlement: Settlement): Promise<void>;
  /**
   * Closes up to `limit` open operations without applying them: their people's rows get the ending's outcome, the run's
   * counts move with them. Gives the run as saved; `more` = some are left for the next call.
   */
  closeOpen(run: Run, ending: RunEnding, atMs: number, limit: number): Promise<{ run: Run; more: boolean }>;
  /**
   * Ends a run: saves it, stores what the source wants remembered, drops the snapshot pages it no longer needs, and the log rows of a
   * run that has no plan (`planHash`). A remembered `null` forgets.
   */
  endRun(run: Run, remember: readonly { readonly key: string; readonly value: Json }[]): Promise<void>;

  /**
   * Packs a bounded part of what has settled since: of a run that goes on, or (`null`) of all that have ended. Nobody who reads sees a
   * difference, but in how much room it takes. `more` = there is more to pack.
   */
  compact(runId: RunId | null): Promise<{ readonly more: boolean }>;

  /** Forgets what holds for one target only: links and escrow. The log stays. */
  forgetTarget(): Promise<void>;
  readLinks(): Promise<ReadonlyMap<SourceId, Link>>;
  /** Whether anybody is linked yet. */
  hasLinks(): Promise<boolean>;
  readLink(sourceId: SourceId): Promise<Link | null>;
  readEscrow(): Promise<ReadonlyMap<SourceId, EscrowEntry>>;
  recall(keys: readonly string[]): Promise<ReadonlyMap<string, Json>>;
  /** Stores facts at once, beside what `endRun` stores. A remembered `null` forgets. */
  remember(facts: readonly { readonly key: string; readonly value: Json }[]): Promise<void>;
  queryLog(query: LogQuery): Promise<LogPage>;
  /** People as the last run that read them left them, by family name. */
  queryPeople(query: PeopleQuery): Promise<PeoplePage>;
  readPerson(sourceId: SourceId): Promise<KnownPerson | null>;

  /** Drops up to `limit` rows of the log that are older, then the runs they belonged to; `more` = some are left. */
  dropLogBefore(before: IsoTime, limit: number): Promise<{ readonly more: boolean }>;
  /** Everything about one person, but for the bare fact that this id has that account; gives how many rows of the log are gone. */
  erasePerson(sourceId: SourceId): Promise<{ readonly rows: number }>;
  /** Takes a person out of up to `limit` records of others; `null` starts, and is answered when all have been looked at. */
  eraseMentions(traces: Traces, cursor: Json, limit: number): Promise<Json>;

  /** What differs in the target, in place of what was found before, together with the run that found it. */
  saveDrift(run: Run, drifts: readonly Drift[]): Promise<void>;
  queryDrift(query: DriftQuery): Promise<DriftPage>;
  readDrift(sourceId: SourceId): Promise<Drift | null>;
  readDecisions(): Promise<readonly DriftDecision[]>;
  /** Replaces an earlier one about the same attribute of the same person. */
  saveDecision(decision: DriftDecision): Promise<void>;
  dropDecision(sourceId: SourceId, attribute: AccountAttribute): Promise<void>;
  /** How many people of a run somebody has to look after (`needsAttention`); quick, however many the run had. */
  countAttention(runId: RunId): Promise<number>;
  /** How many people are in escrow, and when the first one of those due after `afterMs` is tried again; in ms since 1970. */
  summariseEscrow(afterMs: number): Promise<EscrowSummary>;

  /** Records one request against the target's budget without an operation (listing, looking up). */
  spendRequest(atMs: number): Promise<void>;
  /** How many requests are on record after this time. */
  countRequests(sinceMs: number): Promise<number>;
  /**
   * When the next request may leave, in ms since 1970 (`nowMs` = at once), from the requests on record. Every now and then those that
   * lie before the budget's window are dropped.
   */
  nextRequestAt(budget: RequestBudget, nowMs: number): Promise<number>;
  /** Nothing is to be sent before this time, whoever asks (429 with Retry-After). A clock that was set back does not prolong it. */
  holdRequestsUntil(untilMs: number, nowMs: number): Promise<void>;

  /** Takes or renews the lease; false while another owner's lease has not run out. */
  acquireLease(owner: string, nowMs: number, untilMs: number): Promise<boolean>;
  releaseLease(owner: string): Promise<void>;
}

/** What is long of a step. */
export type StepList = 'people' | 'managers' | 'remember';

/** Everything that becomes true in the moment an operation's answer is known. */
export interface Settlement {
  readonly run: Run;
  readonly operation: Operation;
  /** `null` = the row stays as it is. */
  readonly entry: LogEntry | null;
  /** The link to store; `null` = as it is. */
  readonly link: Link | null;
  /** The link that turned out to point nowhere. */
  readonly dropLink?: SourceId;
  /** The person's place in escrow: an entry to store, the id of one to drop, or nothing. */
  readonly escrow?: EscrowEntry;
  readonly leaveEscrow?: SourceId;
}

export interface EscrowSummary {
  readonly count: number;
  readonly nextRetryAtMs: number | null;
}

export interface LogQuery {
  readonly runId?: RunId;
  readonly outcomes?: readonly Outcome[];
  readonly sourceId?: SourceId;
  /** Part of a name, an e-mail or an employee id; case-insensitive. */
  readonly text?: string;
  readonly limit: number;
  readonly cursor?: Json;
}

export interface LogPage {
  readonly entries: readonly LogEntry[];
  readonly next: Json;
}

export interface PeopleQuery {
  /** Part of a name, an e-mail or an employee id; case-insensitive. */
  readonly text?: string;
  readonly limit: number;
  readonly cursor?: Json;
}

export interface PeoplePage {
  readonly people: readonly KnownPerson[];
  readonly next: Json;
}

export interface DriftQuery {
  readonly limit: number;
  readonly cursor?: Json;
}

export interface DriftPage {
  readonly drifts: readonly Drift[];
  /** How many there are on all pages. */
  readonly total: number;
  readonly next: Json;
}
