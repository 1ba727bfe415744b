import type { Clock } from '../../utils/ports/clock.ts';
import type { Engine } from '../../utils/ports/engine.ts';
import type { Journal } from '../../utils/ports/journal.ts';
import type { Vault } from '../../utils/ports/secrets.ts';
import type { Settings } from '../../utils/ports/settings.ts';
import type { Source } from '../../utils/ports/source.ts';
import type { Target } from '../../utils/ports/target.ts';
import type { WakeUp } from '../../utils/ports/wakeup.ts';

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
  /** Deletes the database with all that is in it. */
  erase(): Promise<void>;
}

export type OpenServices = () => Promise<Services>;
