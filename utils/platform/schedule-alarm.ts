import type { WakeUp } from '../ports/wakeup.ts';
import { browser } from './browser.ts';

const name = 'sync:schedule';

/**
 * The alarm of the schedule. Browsers forget alarms (Firefox with every session, Chrome sometimes: models.md d), so it is asked
 * for again at every start of the background; one that is right already stays as it is.
 */
export const scheduleAlarm: WakeUp = {
  async scheduleAt(atMs) {
    const known = await browser.alarms.get(name);
    if (known && Math.abs(known.scheduledTime - atMs) < 1_000) return;
    browser.alarms.create(name, { when: atMs });
  },
  async cancel() {
    await browser.alarms.clear(name);
  },
};

/** Calls back when the alarm of the schedule rings. To be registered synchronously at the worker's start. */
export function onScheduleAlarm(callback: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) callback();
  });
}
