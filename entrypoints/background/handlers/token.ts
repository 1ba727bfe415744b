import { resolveEndpoints } from '../../../utils/connectors/nmbrs/endpoints.ts';
import { masked } from '../../../utils/core/connection/masked.ts';
import { CompanionError, toErrorInfo } from '../../../utils/core/errors.ts';
import { diagnose } from '../../../utils/core/tour/diagnose.ts';
import type { DoctorResult } from '../../../utils/core/tour/tour.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import { whileAlive } from '../../../utils/platform/keepalive.ts';
import { tellTab } from '../../../utils/platform/tabs.ts';
import type { Consents } from '../guide/consents.ts';
import type { Tours } from '../guide/tours.ts';
import { apiUrlOf } from '../pages.ts';
import type { OpenServices } from '../services.ts';
import { place, readWanted } from './guide.ts';

type TokenMessages = 'token.consent' | 'token.offer' | 'doctor.run';

/** Takes the token over from the page, after consent, and finds out what it may do. */
export function createTokenHandlers(
  open: OpenServices,
  tours: Tours,
  consents: Consents,
  look: () => void,
): Pick<Handlers, TokenMessages> {
  return {
    async 'token.consent'({ tabId, remember }) {
      const tour = (await tours.all()).find(([id]) => id === tabId)?.[1];
      if (!tour) throw new CompanionError('message-refused', { why: 'tour' });
      const consent = await consents.give(tabId, tour.tenant, remember);
      // The page answers by offering the token; what comes back here says only whether it did.
      const taken = await tellTab(tabId, { guide: 'capture', consent: consent.id });
      await consents.use(consent.id, tabId, tour.tenant);
      const saved = (await tours.all()).find(([id]) => id === tabId)?.[1]?.saved;
      if (taken !== true || !saved) throw new CompanionError('token-not-seen');
      return saved;
    },
    async 'token.offer'({ consent, email, token }, caller) {
      const { tabId, tenant, origin } = place(caller);
      const given = await consents.use(consent, tabId, tenant);
      if (given === null) throw new CompanionError('message-refused', { why: 'consent' });
      const { journal, settings, secrets } = await open();
      if (await journal.activeRun()) throw new CompanionError('run-active');
      const before = await settings.readConnection();
      const { domain } = resolveEndpoints({ domain: origin });
      const known = before.nmbrs?.domain === domain ? before.nmbrs.apiUrl : null;
      await settings.saveConnection({ ...before, nmbrs: { apiUrl: known ?? apiUrlOf(origin), domain, email } });
      await secrets.save('nmbrs-token', token, { remember: given.remember });
      const saved = { email, masked: masked(token) };
      await tours.change(tabId, tenant, { saved, check: null });
      look();
      return saved;
    },
    async 'doctor.run'(_request, caller) {
      const services = await open();
      const wanted = await readWanted(services);
      const result: DoctorResult = await whileAlive(async () => {
        try {
          const check = await (await services.openSource()).check();
          return diagnose(check, wanted, services.clock.nowMs());
        } catch (caught) {
          const error = toErrorInfo(caught);
          return {
            ok: false,
            error,
            refused: [],
            unknown: wanted.map(({ service, method }) => ({ service, method })),
            granted: [],
            atMs: services.clock.nowMs(),
          };
        }
      });
      const { nmbrs } = await services.settings.readConnection();
      for (const [tabId, tour] of await tours.all()) {
        if (tour.tenant !== nmbrs?.domain) continue;
        await tours.change(tabId, tour.tenant, { check: result });
        if (caller.context === 'page') await tellTab(tabId, { guide: 'refresh' });
      }
      return result;
    },
  };
}
