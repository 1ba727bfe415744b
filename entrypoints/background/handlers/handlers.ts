import type { Handlers } from '../../../utils/messaging/router.ts';
import type { Pump } from '../pump.ts';
import type { OpenServices } from '../services.ts';
import { createConnectionHandlers } from './connection.ts';
import { createLogHandlers } from './log.ts';
import { createRunHandlers } from './runs.ts';
import { createTargetHandlers } from './target.ts';

/** Exactly one handler for every name of the contract; the type insists on it. */
export function createHandlers(open: OpenServices, pump: Pump): Handlers {
  return {
    ...createConnectionHandlers(open),
    ...createRunHandlers(open, pump),
    ...createLogHandlers(open),
    ...createTargetHandlers(open),
  };
}
