import type { Run } from '../core/run/run.ts';

const everyMs = 2_000;

/** Tells on standard error how far a run is: every new state, and now and then within one. */
export function createProgress(write: (line: string) => void, nowMs: () => number): (run: Run) => void {
  let lastState = '';
  let lastMs = Number.NEGATIVE_INFINITY;
  return (run) => {
    if (run.state === lastState && nowMs() - lastMs < everyMs) return;
    lastState = run.state;
    lastMs = nowMs();
    const { done, total } = run.progress;
    const count = total > 0 ? ` ${done} of ${total}` : '';
    const until = run.notBeforeMs > nowMs() ? `, waits until ${new Date(run.notBeforeMs).toISOString()}` : '';
    write(`${run.state}${count}${until}`);
  };
}
