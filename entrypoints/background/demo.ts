import type { IsoDate } from '../../utils/core/ids.ts';
import { createDemoSource } from '../../utils/demo/demo-source.ts';
import { openDemoStore } from '../../utils/demo/demo-store.ts';
import { createDemoTarget } from '../../utils/demo/demo-target.ts';
import { plantedAccounts } from '../../utils/demo/planted.ts';
import type { SessionStore } from '../../utils/platform/session-store.ts';
import type { Clock } from '../../utils/ports/clock.ts';
import type { Secrets } from '../../utils/ports/secrets.ts';
import type { Settings } from '../../utils/ports/settings.ts';
import type { Source } from '../../utils/ports/source.ts';
import type { Target } from '../../utils/ports/target.ts';

export const demoDatabaseName = 'companion-demo';
const demoJaveloName = 'companion-demo-javelo';

/** The demo's two ends, and what only a demo can do. */
export interface Demo {
  openSource(): Promise<Source>;
  openTarget(): Promise<Target>;
  /** Hires, leavers and promotions, to be found by the next run; gives how many weeks have gone by. */
  letWeekPass(): Promise<number>;
  weeks(): Promise<number>;
  /** Deletes the demo's Javelo. */
  destroy(): Promise<void>;
}

/** Everything to try the companion without an account: invented people, and a Javelo in this browser. Nothing leaves it. */
export function openDemo(clock: Clock): Demo {
  const today = new Date(clock.nowMs()).toISOString().slice(0, 10) as IsoDate;
  const store = openDemoStore({ name: demoJaveloName, planted: plantedAccounts(today) });
  return {
    openSource: async () => createDemoSource(store, clock),
    openTarget: async () => createDemoTarget(store, clock),
    letWeekPass: store.letWeekPass,
    weeks: store.weeks,
    destroy: store.destroy,
  };
}

/** In a demo both sides are connected from the start; the tokens are words that open nothing. */
export async function connectDemo(settings: Settings, secrets: Secrets): Promise<void> {
  await settings.saveConnection({
    nmbrs: { domain: 'demo', email: 'you@noordster.example', apiUrl: 'https://nmbrs.example' },
    target: { scimUrl: 'https://javelo.example/scim/v2', profile: 'javelo' },
  });
  await secrets.save('nmbrs-token', 'demo', { remember: false });
  await secrets.save('scim-token', 'demo', { remember: false });
}

/** The demo's secrets live beside the admin's own in the session's memory, under other names. */
export function demoSession(session: SessionStore): SessionStore {
  const named = (key: string) => `demo.${key}`;
  return {
    get: (key) => session.get(named(key)),
    set: (key, value) => session.set(named(key), value),
    remove: (key) => session.remove(named(key)),
  };
}
