import type { Run } from '../core/run/run.ts';

/** Publishes the progress of a run to whoever looks at it; losing an update harms nobody. */
export interface StatusPublisher {
  publish(run: Run): Promise<void>;
}
