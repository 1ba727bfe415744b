import type { Verdict } from './judge.ts';

export interface RoundResult {
  /** Requests that a fault struck. */
  readonly faults: number;
  /** Lives of the engine that were ended in the middle of their work. */
  readonly deaths: number;
  readonly verdict: Verdict;
  /** Why the synchronisation did not come to a good end in peace; empty when it did. */
  readonly unsettled: readonly string[];
}
