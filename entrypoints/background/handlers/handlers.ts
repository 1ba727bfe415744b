import type { Handlers } from '../../../utils/messaging/router.ts';
import type { Pump } from '../pump.ts';
import type { OpenServices } from '../services.ts';
import { createConnectionHandlers } from './connection.ts';
import { createHealthHandlers } from './health.ts';
import { createLogHandlers } from './log.ts';
import { createPrivacyHandlers } from './privacy.ts';
import { createRunHandlers } from './runs.ts';
import { createScheduleHandlers } from './schedule.ts';
import { createSecretHandlers } from './secrets.ts';
import { createSettingsHandlers } from './settings.ts';
import { createTargetHandlers } from './target.ts';
import { createWayHandlers } from './way.ts';

/** Exactly one handler for every name of the contract; the type insists on it. */
export function createHandlers(open: OpenServices, pump: Pump, look: () => void): Handlers {
  return {
    ...createConnectionHandlers(open, look),
    ...createHealthHandlers(open, look),
    ...createRunHandlers(open, pump),
    ...createLogHandlers(open),
    ...createScheduleHandlers(open, look),
    ...createSecretHandlers(open, look),
    ...createPrivacyHandlers(open),
    ...createWayHandlers(open),
    ...createTargetHandlers(open),
    ...createSettingsHandlers(open),
  };
}
