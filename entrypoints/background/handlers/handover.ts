import { CompanionError } from '../../../utils/core/errors.ts';
import type { Caller } from '../../../utils/messaging/caller.ts';
import { recognisedFieldsKey } from '../../../utils/messaging/recognised-fields.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import { coversOrigin, type Sites } from '../../../utils/messaging/sites.ts';
import { fillFrame } from '../../../utils/platform/fill-frame.ts';
import { openOptionsAt } from '../../../utils/platform/open-options.ts';
import { mayReach, originPattern } from '../../../utils/platform/permissions.ts';
import { type Begun, forgetBegun, readBegun, writeBegun } from '../handover/begun.ts';
import { apiOf, javeloOrigin } from '../handover/javelo-address.ts';
import type { OpenServices, Services } from '../services.ts';

type HandoverMessages =
  | 'handover.begin'
  | 'handover.status'
  | 'handover.fill'
  | 'handover.keepPermissions'
  | 'handover.connected'
  | 'handover.takeScimToken'
  | 'handover.openDashboard';

/**
 * The hand-over. Scripts in pages may only carry on what the admin began on our own page (nmbrs-ui.md §7.5), in the
 * Javelo that was named there; they are given no secret, and what they hand in is checked as if the page had made it.
 */
export function createHandoverHandlers(
  open: OpenServices,
  readSites: () => Promise<Sites>,
  connection: Pick<Handlers, 'connection.saveTarget' | 'connection.testTarget'>,
): Pick<Handlers, HandoverMessages> {
  /** Whether the flow's script can be in a frame of this origin: the right host, and granted. */
  const isKnownFrame = async (origin: string): Promise<boolean> => {
    const host = originPattern(origin);
    const { flow } = await readSites();
    return host !== null && flow.some((pattern) => coversOrigin(pattern, origin)) && mayReach([host]);
  };
  return {
    async 'handover.begin'({ way, address, remember }) {
      const { settings, clock, journal } = await open();
      const origin = javeloOrigin(address, (await readSites()).javelo);
      if (way === 'hosted' && (await journal.activeRun())) throw new CompanionError('run-active');
      await settings.saveHandover({ ...(await settings.readHandover()), way });
      await writeBegun({ way, origin, remember, atMs: clock.nowMs() });
      return { origin };
    },
    async 'handover.status'({ frameOrigin }, caller) {
      const services = await open();
      const begun = await readBegun(services.clock.nowMs());
      const [{ nmbrs }, { hostedConnected }, { secrets }] = await Promise.all([
        services.settings.readConnection(),
        services.settings.readHandover(),
        services.secrets.status(),
      ]);
      return {
        active: begun !== null && isIn(begun, caller),
        way: begun?.way ?? null,
        has: {
          subdomain: nmbrs !== null,
          email: nmbrs !== null,
          token: secrets.some(({ name, present }) => name === 'nmbrs-token' && present),
        },
        hostedConnected,
        frameKnown: frameOrigin === null || (await isKnownFrame(frameOrigin)),
      };
    },
    async 'handover.fill'({ page }, caller) {
      const services = await open();
      const { tabId, frameId, origin } = await requireBegun(services, caller, 'hosted');
      const filled = await fillFrame(
        { tabId, frameId, origin, fieldsKey: recognisedFieldsKey },
        await valuesFor(services, page),
      );
      if (filled === null || filled.length === 0) throw new CompanionError('handover-page');
      return { filled: filled.filter((name) => name === 'subdomain' || name === 'email' || name === 'token') };
    },
    async 'handover.keepPermissions'({ permissions }, caller) {
      const services = await open();
      await requireBegun(services, caller, 'hosted');
      await services.settings.saveHandover({ ...(await services.settings.readHandover()), permissions });
      return { kept: permissions.length };
    },
    async 'handover.connected'(_request, caller) {
      const services = await open();
      await requireBegun(services, caller, 'hosted');
      await services.settings.saveHandover({ ...(await services.settings.readHandover()), hostedConnected: true });
      await forgetBegun();
      return null;
    },
    async 'handover.takeScimToken'({ token }, caller) {
      const services = await open();
      const begun = await requireBegun(services, caller, 'direct');
      const request = { addressText: apiOf(begun.origin), token, profile: 'javelo', remember: begun.remember } as const;
      await connection['connection.saveTarget'](request, { context: 'page' });
      const { ok, accounts } = await connection['connection.testTarget'](null, { context: 'page' });
      return { ok, accounts };
    },
    async 'handover.openDashboard'(_request, caller) {
      const services = await open();
      const begun = await requireBegun(services, caller, null);
      await openOptionsAt(begun.way === 'direct' ? 'connection' : 'way');
      return null;
    },
  };
}

type ContentCaller = Exclude<Caller, { context: 'page' }>;

/** Throws `handover-not-begun` unless the admin began this way lately, in the Javelo that the message comes from. */
async function requireBegun(
  { clock }: Services,
  caller: Caller,
  way: Begun['way'] | null,
): Promise<ContentCaller & Pick<Begun, 'way' | 'remember'>> {
  const begun = await readBegun(clock.nowMs());
  if (caller.context === 'page' || !begun || !isIn(begun, caller) || (way !== null && begun.way !== way)) {
    throw new CompanionError('handover-not-begun');
  }
  return { ...caller, way: begun.way, remember: begun.remember };
}

/** The caller is that Javelo itself, or the flow in a frame of it, or the flow in a tab of its own. */
function isIn(begun: Begun, caller: Caller): boolean {
  if (caller.context === 'javelo') return caller.origin === begun.origin;
  if (caller.context !== 'flow') return false;
  return caller.frameId === 0 || caller.topOrigin === begun.origin;
}

async function valuesFor(
  { settings, secrets }: Services,
  page: 'subdomain' | 'credentials',
): Promise<Record<string, string>> {
  const { nmbrs } = await settings.readConnection();
  if (!nmbrs) throw new CompanionError('not-connected');
  if (page === 'subdomain') return { subdomain: nmbrs.domain };
  const token = await secrets.read('nmbrs-token');
  if (token === null) throw new CompanionError('secret-missing', { name: 'nmbrs-token' });
  return { email: nmbrs.email, token };
}
