import type { Clock } from '../../utils/ports/clock.ts';
import type { Engine } from '../../utils/ports/engine.ts';
import type { Journal } from '../../utils/ports/journal.ts';
import type { Vault } from '../../utils/ports/secrets.ts';
import type { Settings } from '../../utils/ports/settings.ts';
import type { Source } from '../../utils/ports/source.ts';
import type { Target } from '../../utils/ports/target.ts';
import type { WakeUp } from '../../utils/ports/wakeup.ts';
import type { Demo } from './demo.ts';

/** What handlers may use: everything behind its port. */
export interface Services {
  readonly journal: Journal;
  readonly settings: Settings;
  readonly secrets: Vault;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly wakeUp: WakeUp;
  /** The computer's time zone (IANA name), by which the schedule goes. */
  timeZone(): string;
  /** The connection's two ends as configured now. Throws `not-connected`, `secret-missing`, `host-permission-missing`. */
  openSource(): Promise<Source>;
  openTarget(): Promise<Target>;
  /** What only a demo can do; null while the companion works with the admin's own systems. */
  readonly demo: Demo | null;
  /** Deletes the database with all that is in it, the demo's too. */
  erase(): Promise<void>;
  /** Deletes what the demo left, and goes back to the admin's own systems. */
  leaveDemo(): Promise<void>;
}

export type OpenServices = () => Promise<Services>;
