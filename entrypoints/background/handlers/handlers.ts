import type { Handlers } from '../../../utils/messaging/router.ts';
import { sessionStore } from '../../../utils/platform/session-store.ts';
import { systemClock } from '../../../utils/platform/system-clock.ts';
import { createConsents } from '../guide/consents.ts';
import type { Tours } from '../guide/tours.ts';
import type { Pages } from '../pages.ts';
import type { Pump } from '../pump.ts';
import type { OpenServices } from '../services.ts';
import { createConfigHandlers } from './config.ts';
import { createConnectionHandlers } from './connection.ts';
import { createDemoHandlers } from './demo.ts';
import { createDriftHandlers } from './drift.ts';
import { createGuideHandlers } from './guide.ts';
import { createHandoverHandlers } from './handover.ts';
import { createHealthHandlers } from './health.ts';
import { createLogHandlers } from './log.ts';
import { createPeopleHandlers } from './people.ts';
import { createPrivacyHandlers } from './privacy.ts';
import { createRunHandlers } from './runs.ts';
import { createScheduleHandlers } from './schedule.ts';
import { createScopeHandlers } from './scope.ts';
import { createSecretHandlers } from './secrets.ts';
import { createSettingsHandlers } from './settings.ts';
import { createTargetHandlers } from './target.ts';
import { createTokenHandlers } from './token.ts';
import { createWayHandlers } from './way.ts';

/** Exactly one handler for every name of the contract; the type insists on it. */
export function createHandlers(
  open: OpenServices & { reopen(): void },
  pump: Pump,
  look: () => void,
  pages: Pages,
  tours: Tours,
): Handlers {
  const consents = createConsents(sessionStore, systemClock.nowMs);
  const connection = createConnectionHandlers(open, look);
  return {
    ...connection,
    ...createHandoverHandlers(open, pages.sites, connection),
    ...createDemoHandlers(open, look),
    ...createHealthHandlers(open, look),
    ...createRunHandlers(open, pump),
    ...createLogHandlers(open),
    ...createScheduleHandlers(open, look),
    ...createSecretHandlers(open, look),
    ...createPrivacyHandlers(open, look),
    ...createWayHandlers(open, pages.enter),
    ...createTargetHandlers(open),
    ...createSettingsHandlers(open),
    ...createPeopleHandlers(open, pump),
    ...createScopeHandlers(open),
    ...createConfigHandlers(open, look),
    ...createGuideHandlers(open, tours),
    ...createTokenHandlers(open, tours, consents, look),
    ...createDriftHandlers(open, pump),
  };
}
