import type { HostPurpose, HostView } from '../../../utils/messaging/contract/privacy.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import { exclusively } from '../../../utils/platform/exclusively.ts';
import { giveBackHosts, grantedHosts, mayReach, originPattern } from '../../../utils/platform/permissions.ts';
import { forgetSession } from '../../../utils/platform/session-store.ts';
import { flowPattern } from '../pages.ts';
import { engineLock } from '../pump.ts';
import type { OpenServices, Services } from '../services.ts';

type PrivacyMessages = 'permissions.list' | 'permissions.revoke' | 'privacy.eraseEverything';

export function createPrivacyHandlers(open: OpenServices, look: () => void): Pick<Handlers, PrivacyMessages> {
  return {
    async 'permissions.list'() {
      return listHosts(await open());
    },
    async 'permissions.revoke'({ origin }) {
      await giveBackHosts([origin]);
      return listHosts(await open());
    },
    async 'privacy.eraseEverything'() {
      const { engine, journal, wakeUp, erase } = await open();
      const active = await journal.activeRun().catch(() => null);
      if (active) await engine.cancel(active.id);
      // A step at work would write what it learnt into the emptied journal: it ends first.
      await exclusively(engineLock, async () => {
        await erase();
        await forgetSession();
        await wakeUp.cancel();
        await giveBackHosts(await grantedHosts());
      });
      // Badge, schedule and notification speak of what is no more.
      look();
      return null;
    },
  };
}

/** Every host that the connection needs, granted or not, and whatever else was granted once. */
async function listHosts({ settings }: Services): Promise<HostView[]> {
  const [{ nmbrs, target }, { flowHost, way }] = await Promise.all([
    settings.readConnection(),
    settings.readHandover(),
  ]);
  const wanted = new Map<string, HostPurpose>();
  const wantPattern = (origin: string | null, purpose: HostPurpose) => {
    if (origin !== null && !wanted.has(origin)) wanted.set(origin, purpose);
  };
  const want = (url: string | null, purpose: HostPurpose) => wantPattern(url && originPattern(url), purpose);
  if (nmbrs) {
    want(`https://${nmbrs.domain}.nmbrs.nl`, 'nmbrs-pages');
    want(nmbrs.apiUrl, 'nmbrs-api');
  }
  want(target?.scimUrl ?? null, 'javelo-api');
  if (way === 'hosted') wantPattern(flowPattern(flowHost), 'flow');
  const granted = await grantedHosts();
  const list = await Promise.all(
    [...wanted].map(async ([origin, purpose]) => ({ origin, purpose, granted: await mayReach([origin]) })),
  );
  const others = granted.filter((origin) => !wanted.has(origin));
  return [...list, ...others.map((origin) => ({ origin, purpose: guessPurpose(origin), granted: true }))];
}

/** A tenant's pages that were granted before its connection was saved. */
function guessPurpose(origin: string): HostPurpose | null {
  if (/\.nmbrs\.(nl|se)\/\*$/.test(origin)) return 'nmbrs-pages';
  if (/\.javelo\.io\/\*$/.test(origin)) return 'javelo-pages';
  return /\.kombo\.dev\/\*$/.test(origin) ? 'flow' : null;
}
