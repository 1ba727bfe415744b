import type { IsoTime } from '../core/ids.ts';

/** Time as the engine sees it: a port, so that tests and the virtual-clock benchmark decide what time it is. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  nowMs(): number;
  /** Resolves at `untilMs` or when the signal aborts, whichever is first. */
  sleepUntil(untilMs: number, signal?: AbortSignal): Promise<void>;
}

/** Milliseconds since 1970 as UTC in ISO 8601. */
export function toIsoTime(ms: number): IsoTime {
  return new Date(ms).toISOString() as IsoTime;
}
