/** How long the thread was held at a time, by what was going on. */
export interface Stretches {
  /** What goes on from now on. */
  mark(phase: string): void;
  /** Ends the watch: the longest stretch of each phase, in ms of the processor. */
  end(): Readonly<Record<string, number>>;
}

/**
 * Watches every turn of the event loop. Time of this thread on the processor, not on the clock: what else the machine does meanwhile
 * is no work of ours.
 */
export function watchStretches(): Stretches {
  const longest: Record<string, number> = {};
  let phase = 'start';
  let isOver = false;
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
      return longest;
    },
  };
}
