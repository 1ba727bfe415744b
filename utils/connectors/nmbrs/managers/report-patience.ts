// Nmbrs writes a report in seconds to minutes (clients in the field poll for a minute, nmbrs-api.md §2.16).
const longestWaitMs = 60_000;
const firstDelayMs = 250;
const longestDelayMs = 15_000;

/**
 * When to ask for the report again, in ms since 1970, after `polls` answers that it is not ready; `null` = it has been
 * waited for long enough. Delays double, so that a quick report is not waited for and a slow one is not asked for in vain.
 */
export function nextPoll(polls: number, waitingSinceMs: number, nowMs: number): number | null {
  const at = nowMs + Math.min(firstDelayMs * 2 ** (polls - 1), longestDelayMs);
  return at - waitingSinceMs > longestWaitMs ? null : at;
}
