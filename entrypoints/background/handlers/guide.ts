import { tenantAddress } from '../../../utils/core/connection/tenant-address.ts';
import { CompanionError } from '../../../utils/core/errors.ts';
import { allPermissions } from '../../../utils/core/permissions/catalogue.ts';
import type { PermissionService } from '../../../utils/core/permissions/permission.ts';
import { checklistOf } from '../../../utils/core/tour/checklist.ts';
import type { Tour } from '../../../utils/core/tour/tour.ts';
import { wantedList } from '../../../utils/core/tour/wanted-list.ts';
import { pickLocale } from '../../../utils/i18n/locales.ts';
import type { Caller } from '../../../utils/messaging/caller.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import type { TourView } from '../../../utils/messaging/schemas/guide.ts';
import { readOwnJson } from '../../../utils/platform/own-file.ts';
import { openOwnWindow, openTab, showTab, tellTab } from '../../../utils/platform/tabs.ts';
import type { Tours } from '../guide/tours.ts';
import type { OpenServices, Services } from '../services.ts';

type GuideMessages =
  | 'guide.hello'
  | 'guide.catalogue'
  | 'guide.texts'
  | 'guide.observed'
  | 'guide.leave'
  | 'guide.list'
  | 'guide.start'
  | 'guide.show'
  | 'guide.stop'
  | 'token.ask';

/** Where the tour stands, for the card on the page and for our own pages. */
export function createGuideHandlers(open: OpenServices, tours: Tours): Pick<Handlers, GuideMessages> {
  const view = async (tour: Tour | null): Promise<TourView | null> => {
    if (tour === null) return null;
    const wanted = await readWanted(await open());
    return { tour, wanted, checklist: checklistOf(tour, wanted) };
  };
  return {
    async 'guide.hello'(_request, caller) {
      const { tabId, tenant } = place(caller);
      return view(await tours.of(tabId, tenant));
    },
    async 'guide.catalogue'() {
      const of = (wanted: PermissionService) =>
        allPermissions.filter(({ service }) => service === wanted).map(({ method }) => method);
      return {
        DebtorService: of('DebtorService'),
        CompanyService: of('CompanyService'),
        EmployeeService: of('EmployeeService'),
      };
    },
    async 'guide.texts'({ languages }) {
      const locale = pickLocale(languages);
      return { locale, texts: (await readOwnJson(`/guide/${locale}.json`)) as Readonly<Record<string, string>> };
    },
    async 'guide.observed'(part, caller) {
      const { tabId, tenant } = place(caller);
      return view(await tours.change(tabId, tenant, part));
    },
    async 'guide.leave'(_request, caller) {
      await tours.end(place(caller).tabId);
      return null;
    },
    async 'guide.list'() {
      const wanted = await readWanted(await open());
      const all = await tours.all();
      return {
        tours: all.map(([tabId, tour]) => ({ tabId, tenant: tour.tenant, checklist: checklistOf(tour, wanted) })),
      };
    },
    async 'guide.start'({ address }) {
      const found = tenantAddress(address);
      if (found === null) throw new CompanionError('source-domain', { input: address.trim().slice(0, 100) });
      const tabId = await openTab(`${found.origin}/`);
      await tours.begin(tabId, found.tenant);
      // Its script may have asked before there was anything to answer.
      await tellTab(tabId, { guide: 'refresh' });
      return { tabId };
    },
    async 'guide.show'({ tabId, permission }) {
      const tour = (await tours.all()).find(([id]) => id === tabId)?.[1];
      if (tour && permission) await tours.change(tabId, tour.tenant, { focus: permission });
      await showTab(tabId);
      await tellTab(tabId, { guide: 'refresh' });
      return null;
    },
    async 'guide.stop'({ tabId }) {
      await tours.end(tabId);
      await tellTab(tabId, { guide: 'refresh' });
      return null;
    },
    async 'token.ask'(_request, caller) {
      const { tabId, tenant, origin } = place(caller);
      if ((await tours.of(tabId, tenant)) === null) throw new CompanionError('message-refused', { why: 'tour' });
      await openOwnWindow(`/consent.html#/${tabId}/${encodeURIComponent(origin)}`, { width: 440, height: 620 });
      return null;
    },
  };
}

/** Which tenant's page in which tab speaks, by the browser's word on the origin. Throws `message-refused` for any other caller. */
export function place(caller: Caller): { readonly tabId: number; readonly tenant: string; readonly origin: string } {
  const address = caller.context === 'nmbrs' ? tenantAddress(caller.origin) : null;
  if (caller.context !== 'nmbrs' || address === null) throw new CompanionError('message-refused', { why: 'sender' });
  return { tabId: caller.tabId, tenant: address.tenant, origin: address.origin };
}

export async function readWanted({ settings }: Services) {
  return wantedList((await settings.readHandover()).permissions);
}
