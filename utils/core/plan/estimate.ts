/** What carrying out a plan will take. */
export interface RunEstimate {
  /** Writes to come: an upper bound where several travel in one request. */
  readonly requests: number;
  readonly durationMs: number;
}

/** Typical time of one write over the internet (inferred: no tenant was measured). */
const msPerRequest = 150;

/**
 * How long that many requests take under a limit of `budget.requests` in any `windowMs`, of which `spent` are used up
 * already; never too short: what is spent counts as spent just now. `null` = no limit.
 */
export function estimateRun(
  requests: number,
  budget: { readonly requests: number; readonly windowMs: number } | null,
  spent: number,
): RunEstimate {
  const free = budget === null ? requests : Math.max(0, budget.requests - spent);
  if (budget === null || requests <= free) return { requests, durationMs: requests * msPerRequest };
  const windows = Math.ceil((requests - free) / budget.requests);
  const inLast = requests - free - (windows - 1) * budget.requests;
  return { requests, durationMs: windows * budget.windowMs + inLast * msPerRequest };
}
