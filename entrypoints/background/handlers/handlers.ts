import type { Handlers } from '../../../utils/messaging/router.ts';
import type { Pump } from '../pump.ts';
import type { OpenServices } from '../services.ts';
import { createConnectionHandlers } from './connection.ts';
import { createLogHandlers } from './log.ts';
import { createPrivacyHandlers } from './privacy.ts';
import { createRunHandlers } from './runs.ts';
import { createSecretHandlers } from './secrets.ts';
import { createTargetHandlers } from './target.ts';
import { createWayHandlers } from './way.ts';

/** Exactly one handler for every name of the contract; the type insists on it. */
export function createHandlers(open: OpenServices, pump: Pump): Handlers {
  return {
    ...createConnectionHandlers(open),
    ...createRunHandlers(open, pump),
    ...createLogHandlers(open),
    ...createSecretHandlers(open),
    ...createPrivacyHandlers(open),
    ...createWayHandlers(open),
    ...createTargetHandlers(open),
  };
}
