/** Asks the platform to start the engine again, even if this process is gone by then. */
export interface WakeUp {
  /** Replaces the earlier request. */
  scheduleAt(atMs: number): Promise<void>;
  cancel(): Promise<void>;
}
