import { createMessageCard } from '../../components/in-page/message-card.tsx';
import { type FlowReading, readFlowPage } from '../../utils/guide/javelo/flow-page.ts';
import { watchPage } from '../../utils/guide/page/watch-page.ts';
import { flowTexts } from '../../utils/i18n/bundles/flow.ts';
import { tellBackground } from '../../utils/messaging/content-client.ts';
import { recognisedFieldsKey } from '../../utils/messaging/recognised-fields.ts';
import { cardForFlow } from './card-for-flow.ts';

/** Guides the admin through the connection flow: one click fills each page, and the last button stays the admin's own. */
export function guideFlow(page: Document): void {
  const t = flowTexts(navigator.languages);
  const words = { brand: t('brand'), fold: t('fold'), unfold: t('unfold'), move: t('move'), covered: t('covered') };
  const card = createMessageCard(page, words);
  let failedOn: FlowReading['page'] | null = null;
  let ended = false;
  let filled = false;
  let latest = 0;

  /** Looks anew: what was read before may have been drawn again since. */
  const read = (): FlowReading => {
    const reading = readFlowPage(page);
    (globalThis as Record<string, unknown>)[recognisedFieldsKey] = reading.fields;
    return reading;
  };
  const goOn = () => {
    const { page: kind, onward } = read();
    if (kind !== 'credentials' && onward instanceof HTMLElement) onward.click();
  };
  const attempt = async (work: () => Promise<boolean>): Promise<void> => {
    const { page: kind } = read();
    failedOn = (await work()) ? null : kind;
    await look();
  };

  const look = async (): Promise<void> => {
    latest += 1;
    const mine = latest;
    const status = await tellBackground('handover.status', { frameOrigin: null });
    // Another look began meanwhile and knows better.
    if (mine !== latest) return;
    if (!status.ok || !(status.data.active || ended)) return card.show(null, null);
    const reading = read();
    // The page went on by itself meanwhile: nothing failed on this one.
    if (reading.page !== failedOn) failedOn = null;
    // A refusal that stood there when the fields were filled is old; the next one comes after a page without it.
    if (!reading.refusal || reading.page !== 'credentials') filled = false;
    if (reading.page === 'done' && !ended && status.data.way === 'hosted') {
      ended = true;
      await tellBackground('handover.connected', null);
    }
    const shown = cardForFlow(t, {
      reading,
      status: status.data,
      failed: failedOn !== null,
      ended,
      filledSince: filled,
      goOn: async () => goOn(),
      fill: (which) =>
        attempt(async () => {
          read();
          const { ok } = await tellBackground('handover.fill', { page: which });
          filled = ok;
          if (ok && which === 'subdomain') goOn();
          return ok;
        }),
      keepList: () =>
        attempt(async () => {
          const permissions = read().permissions.map(({ service, method }) => ({ service, method }));
          const { ok } = await tellBackground('handover.keepPermissions', { permissions });
          if (ok) goOn();
          return ok;
        }),
      openCompanion: async () => void (await tellBackground('handover.openDashboard', null)),
    });
    card.show(shown.content, shown.ring);
  };
  watchPage(page, card.host, () => void look());
}
