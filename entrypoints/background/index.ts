import '../../utils/zod.ts';
import { defineBackground } from '#imports';
import { createRouter } from '../../utils/messaging/router.ts';
import { onWakeUp } from '../../utils/platform/alarms.ts';
import { browser, type Runtime } from '../../utils/platform/browser.ts';
import { openFromNotification } from '../../utils/platform/notifications.ts';
import { openOptionsAt } from '../../utils/platform/open-options.ts';
import { onHostsChanged } from '../../utils/platform/permissions.ts';
import { onScheduleAlarm } from '../../utils/platform/schedule-alarm.ts';
import { sessionStore } from '../../utils/platform/session-store.ts';
import { onTabClosed } from '../../utils/platform/tabs.ts';
import { createOpenServices } from './compose.ts';
import { createTours } from './guide/tours.ts';
import { createHandlers } from './handlers/handlers.ts';
import { enterPages, readSites } from './pages.ts';
import { createPump } from './pump.ts';
import { createLook } from './schedule/scheduler.ts';

// Listeners are registered synchronously and do nothing but nudge: the browser starts the worker for an event only
// if its listener is there by the end of the first turn (models.md d).
export default defineBackground(() => {
  const open = createOpenServices();
  const pump = createPump(open, () => look());
  const look = createLook(open, () => pump.nudge());
  const self = { id: browser.runtime.id, origin: browser.runtime.getURL('') };
  const sites = async () => readSites((await open()).settings);
  const enter = async (openTabsToo: boolean) => enterPages(await sites(), openTabsToo);
  const pages = { sites, enter: () => enter(true) };
  const tours = createTours(sessionStore);
  const route = createRouter(self, createHandlers(open, pump, look, pages, tours), sites);

  browser.runtime.onMessage.addListener(((message, sender, respond) =>
    route(message, sender, respond) ? true : undefined) as Runtime.OnMessageListener);
  const wake = () => {
    pump.nudge();
    look();
  };
  browser.runtime.onStartup.addListener(wake);
  browser.runtime.onInstalled.addListener(wake);
  browser.runtime.onInstalled.addListener(() => void pages.enter());
  // Whoever has just installed it is shown where to begin; an update interrupts nobody.
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openOptionsAt('setup');
  });
  onWakeUp(pump.nudge);
  onScheduleAlarm(look);
  onHostsChanged(look);
  onHostsChanged(() => void pages.enter());
  openFromNotification();
  void enter(false);
  onTabClosed((tabId) => void tours.end(tabId));
  wake();
});
