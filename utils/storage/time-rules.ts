import type { EscrowEntry } from '../core/run/escrow.ts';
import type { HoldRow, LeaseRow } from './rows/meta-rows.ts';

/**
 * Whether a lease may be taken: nobody has it, it is one's own, it has run out, or it ends later than one taken
 * this moment would, which only a clock that was set back since can explain.
 */
export function isLeaseFree(lease: LeaseRow | null, owner: string, nowMs: number, untilMs: number): boolean {
  if (!lease || lease.owner === owner) return true;
  return lease.untilMs <= nowMs || lease.untilMs > untilMs;
}

/** So many times the budget is asked for between two clearances of requests that no longer count. */
export const askedPerClearance = 5;

/** A hold whose beginning lies ahead was made before the clock was set back: it lasts as long, but from now. */
export function clampHold(hold: HoldRow | null, nowMs: number): HoldRow | null {
  if (!hold || hold.sinceMs <= nowMs) return hold;
  return { sinceMs: nowMs, untilMs: nowMs + (hold.untilMs - hold.sinceMs) };
}

/** When the first person in escrow is due who was not due by `afterMs` already; ms since 1970. */
export function earliestRetry(rows: readonly Pick<EscrowEntry, 'retryAt'>[], afterMs: number): number | null {
  const times = rows.flatMap(({ retryAt }) => (retryAt === null ? [] : [Date.parse(retryAt)]));
  return times.reduce<number | null>(
    (first, ms) => (ms > afterMs && (first === null || ms < first) ? ms : first),
    null,
  );
}
