import type { RunState } from '../core/run/run.ts';
import type { Translate } from '../i18n/translator.ts';
import type { LiveRunData } from '../messaging/schemas/run.ts';
import { timeLeftMs, timeLeftText } from './time-left.ts';
import { useNow } from './use-now.ts';

export interface ProgressShown {
  readonly state: RunState;
  readonly done: number;
  readonly total: number;
  readonly timeLeft: string | null;
  readonly pausedUntilMs: number | null;
}

// A pause shorter than this is not worth a sentence.
const shortPauseMs = 5_000;

/** What the progress bar shows of a live run, renewed every second. */
export function useProgress(t: Translate, { run, phase }: LiveRunData): ProgressShown {
  const now = useNow(1_000);
  const left = timeLeftMs({ ...run.progress, ...phase, notBeforeMs: run.notBeforeMs }, now);
  return {
    state: run.state,
    done: run.progress.done,
    total: run.progress.total,
    timeLeft: left === null ? null : timeLeftText(t, left),
    pausedUntilMs: run.notBeforeMs > now + shortPauseMs ? run.notBeforeMs : null,
  };
}
