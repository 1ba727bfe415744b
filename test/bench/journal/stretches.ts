import { PerformanceObserver } from 'node:perf_hooks';

/** How long the thread was held at a time. */
export interface Longest {
  /** The longest stretch of each phase, in ms of the processor. */
  readonly byPhase: Readonly<Record<string, number>>;
  /** The longest pause of the collector of garbage, which is part of some stretch, in ms of the clock. */
  readonly pauseMs: number;
}

export interface Stretches {
  /** What goes on from now on. */
  mark(phase: string): void;
  /** Ends the watch. */
  end(): Longest;
}

/**
 * Watches every turn of the event loop. Time of this thread on the processor, not on the clock: what else the machine does meanwhile
 * is no work of ours.
 */
export function watchStretches(): Stretches {
  const longest: Record<string, number> = {};
  let phase = 'start';
  let isOver = false;
  let pauseMs = 0;
  const collector = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) pauseMs = Math.max(pauseMs, duration);
  });
  collector.observe({ entryTypes: ['gc'] });
  const cpuMs = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let lastMs = cpuMs();
  const look = () => {
    const nowMs = cpuMs();
    longest[phase] = Math.max(longest[phase] ?? 0, nowMs - lastMs);
    lastMs = nowMs;
  };
  const tick = () => {
    look();
    if (!isOver) setImmediate(tick);
  };
  setImmediate(tick);
  return {
    mark(next) {
      // The stretch that leads here is the old phase's.
      look();
      phase = next;
    },
    end() {
      look();
      isOver = true;
      collector.disconnect();
      return { byPhase: longest, pauseMs };
    },
  };
}
