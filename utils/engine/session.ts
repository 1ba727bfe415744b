import { CompanionError, type ErrorInfo, toErrorInfo } from '../core/errors.ts';
import type { SourceId } from '../core/ids.ts';
import type { EscrowEntry } from '../core/run/escrow.ts';
import type { Operation } from '../core/run/operation.ts';
import { freshWork, type Run, type RunEnding, type RunWork } from '../core/run/run.ts';
import { toIsoTime } from '../ports/clock.ts';
import type { Source } from '../ports/source.ts';
import type { RequestBudget, Target } from '../ports/target.ts';
import { type EngineDeps, timings } from './deps.ts';
import { memoryKeys } from './memory-keys.ts';

/** Thrown to stop a step until a point in time; everything done so far is in the journal. */
export class Pause extends Error {
  readonly untilMs: number;

  constructor(untilMs: number) {
    super('pause');
    this.untilMs = untilMs;
  }
}

/** Thrown when the caller's signal ends the work; an operation that was in flight stays so. */
export class Interrupted extends Error {}

/** Thrown out of a sleep when the admin cancels the run: there is no point in waiting any longer. */
export class Cancelled extends Error {}

/** The target's answer as data, so that what the journal throws is never taken for it. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorInfo };

/** One stretch of work on one run, in one process. What it remembers beside `run` is only to save reading it again. */
export class Session {
  readonly deps: EngineDeps;
  readonly signal: AbortSignal;
  readonly #cancelled: AbortSignal;
  run: Run;
  /** Open operations read ahead, first one first. */
  queue: Operation[] = [];
  /** The target has turned out not to take many writes in one request. */
  noBulk = false;
  /** A target without a limit was free to be asked lately, and has not said since that this is too fast. */
  isFree = false;
  #source: Source | null = null;
  #target: Target | null = null;
  #escrow: ReadonlyMap<SourceId, EscrowEntry> | null = null;

  constructor(deps: EngineDeps, run: Run, signal: AbortSignal, cancelled: AbortSignal) {
    this.deps = deps;
    this.run = run;
    this.signal = signal;
    this.#cancelled = cancelled;
  }

  get isCancelled(): boolean {
    return this.#cancelled.aborted;
  }

  get nowMs(): number {
    return this.deps.clock.nowMs();
  }

  get work(): RunWork {
    return this.run.work ?? freshWork;
  }

  async source(): Promise<Source> {
    this.#source ??= await this.deps.source();
    return this.#source;
  }

  async target(): Promise<Target> {
    if (this.#target) return this.#target;
    const memory = await this.deps.journal.recall([memoryKeys.negotiated]);
    this.#target = await this.deps.target(memory.get(memoryKeys.negotiated) ?? null);
    return this.#target;
  }

  async escrow(): Promise<ReadonlyMap<SourceId, EscrowEntry>> {
    this.#escrow ??= await this.deps.journal.readEscrow();
    return this.#escrow;
  }

  /** The run with some of it changed; not saved yet. */
  with(changes: Partial<Omit<Run, 'work'>>, work: Partial<RunWork> = {}): Run {
    return { ...this.run, ...changes, updatedAt: toIsoTime(this.nowMs), work: { ...this.work, ...work } };
  }

  async save(changes: Partial<Omit<Run, 'work'>>, work: Partial<RunWork> = {}): Promise<void> {
    const run = this.with(changes, work);
    await this.deps.journal.saveRun(run);
    this.run = run;
  }

  /** Decides how the run ends; the closing step does the rest. */
  async endWith(ending: RunEnding): Promise<void> {
    await this.save({ notBeforeMs: 0, attempts: 0 }, { ending });
  }

  /** Waits, here or by a wake-up, until the target's budget has room for one more request. */
  async waitForBudget(): Promise<void> {
    const { budget } = await this.target();
    while (!this.isFree) {
      const nowMs = this.nowMs;
      const atMs = await this.deps.journal.nextRequestAt(padded(budget) ?? noBudget, nowMs);
      if (atMs > nowMs) await this.sleep(atMs);
      else if (budget === null) this.isFree = true;
      else return;
    }
  }

  /** Sleeps here when it is short, else throws `Pause`. */
  async sleep(untilMs: number): Promise<void> {
    const { clock, maxSleepInlineMs = timings.maxSleepInlineMs } = this.deps;
    if (untilMs - clock.nowMs() > maxSleepInlineMs) throw new Pause(untilMs);
    await clock.sleepUntil(untilMs, AbortSignal.any([this.signal, this.#cancelled]));
    this.throwIfInterrupted();
    if (this.isCancelled) throw new Cancelled();
  }

  throwIfInterrupted(): void {
    if (this.signal.aborted) throw new Interrupted();
  }

  /** One request that is on record already (an operation written ahead). */
  async send<T>(request: (target: Target, signal: AbortSignal) => Promise<T>): Promise<Answer<T>> {
    const target = await this.target();
    const { source, target: sent } = this.run.requests;
    this.run = { ...this.run, requests: { source, target: sent + 1 } };
    try {
      return { ok: true, value: await request(target, this.signal) };
    } catch (error) {
      this.throwIfInterrupted();
      return { ok: false, error: toErrorInfo(error) };
    }
  }

  /** One request without an operation: waits for the budget, puts it on record, sends it. */
  async ask<T>(request: (target: Target, signal: AbortSignal) => Promise<T>): Promise<Answer<T>> {
    await this.waitForBudget();
    await this.deps.journal.spendRequest(this.nowMs);
    return this.send(request);
  }

  /** Puts one more request on record, and waits until there is room for it. */
  async spend(): Promise<void> {
    await this.waitForBudget();
    await this.count();
  }

  /** Puts one more request on record that cannot wait: the second form of one that is under way. */
  async count(): Promise<void> {
    await this.deps.journal.spendRequest(this.nowMs);
    const { source, target } = this.run.requests;
    this.run = { ...this.run, requests: { source, target: target + 1 } };
  }
}

const noBudget = { requests: Number.MAX_SAFE_INTEGER, windowMs: 0 };

// Requests take a while to arrive, so the target's window never begins exactly with ours; 1 %, a second at most.
export function padded(budget: RequestBudget | null): RequestBudget | null {
  return budget && { ...budget, windowMs: budget.windowMs + Math.min(1_000, Math.ceil(budget.windowMs / 100)) };
}

export function infoOf(code: CompanionError['code'], params: ErrorInfo['params'] = {}): ErrorInfo {
  return toErrorInfo(new CompanionError(code, params));
}
