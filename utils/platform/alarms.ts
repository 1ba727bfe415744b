import type { WakeUp } from '../ports/wakeup.ts';
import { browser } from './browser.ts';

export const wakeUpAlarm = 'sync:wakeup';

// Both browsers round shorter alarms up to 30 s, Chrome with a warning (models.md d, "Alarms").
const shortestMs = 30_000;

/** Wakes the background through the browser's alarms; times nearer than 30 s become 30 s. */
export function createAlarmWakeUp(nowMs: () => number): WakeUp {
  return {
    async scheduleAt(atMs) {
      browser.alarms.create(wakeUpAlarm, { when: Math.max(atMs, nowMs() + shortestMs) });
    },
    async cancel() {
      await browser.alarms.clear(wakeUpAlarm);
    },
  };
}

/** Calls back when the wake-up alarm rings. To be registered synchronously at the worker's start. */
export function onWakeUp(callback: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === wakeUpAlarm) callback();
  });
}
