import { createMessageCard } from '../../components/in-page/message-card.tsx';
import { readJaveloPage } from '../../utils/guide/javelo/integrations-page.ts';
import { watchPage } from '../../utils/guide/page/watch-page.ts';
import { javeloPagesTexts } from '../../utils/i18n/bundles/javelo-pages.ts';
import { tellBackground } from '../../utils/messaging/content-client.ts';
import { cardForJavelo, type TakenOver } from './card-for-javelo.ts';
import { fillingFrame } from './filling-frame.ts';

/** Guides the admin through Javelo's own pages, once the hand-over was begun in the companion; silent otherwise. */
export function guideJavelo(page: Document): void {
  const t = javeloPagesTexts(navigator.languages);
  const words = { brand: t('brand'), fold: t('fold'), unfold: t('unfold'), move: t('move'), covered: t('covered') };
  const card = createMessageCard(page, words);
  let taken: TakenOver | null = null;
  let flowWasOpen = false;
  let ended = false;

  let latest = 0;

  const look = async (): Promise<void> => {
    latest += 1;
    const mine = latest;
    const frame = fillingFrame(page);
    const status = await tellBackground('handover.status', { frameOrigin: frame?.origin ?? null });
    // Another look began meanwhile and knows better.
    if (mine !== latest) return;
    if (!status.ok || !(status.data.active || flowWasOpen || ended || taken)) return card.show(null, null);
    const reading = readJaveloPage(page, location.pathname);
    if (frame) flowWasOpen = true;
    const isConnected = reading.page === 'integrations' && reading.nmbrs?.connected === true;
    if (flowWasOpen && !frame && isConnected) {
      flowWasOpen = false;
      ended = true;
      if (!status.data.hostedConnected) await tellBackground('handover.connected', null);
    }
    const shown = cardForJavelo(t, {
      reading,
      status: status.data,
      frame,
      leftHalfWay: flowWasOpen && !frame,
      ended,
      taken,
      take: async (token) => {
        const answer = await tellBackground('handover.takeScimToken', { token });
        taken = answer.ok ? answer.data : { ok: false, accounts: null };
        await look();
      },
      openCompanion: async () => void (await tellBackground('handover.openDashboard', null)),
    });
    card.show(shown?.content ?? null, shown?.ring ?? null);
  };
  watchPage(page, card.host, () => void look());
}
