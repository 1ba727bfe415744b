import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from '#imports';
import { toCatalogue } from '../../utils/guide/read/catalogue.ts';
import { createPlainTranslator } from '../../utils/i18n/plain-translator.ts';
import { tellBackground } from '../../utils/messaging/content-client.ts';
import { onBackgroundMessage } from '../../utils/messaging/content-listener.ts';
import type { TourView } from '../../utils/messaging/schemas/guide.ts';
import { once } from '../javelo.content/once.ts';
import { type GuideSession, startSession } from './guide-session.ts';
import { guideTexts } from './texts.ts';

// Registered for the tenant's own host when the admin grants it; installing asks for no host (design.md rule 7).
export default defineContentScript({
  registration: 'runtime',
  main: (context) => once('nmbrs', () => begin(context)),
});

function begin(context: ContentScriptContext): void {
  const t = createPlainTranslator(guideTexts, navigator.languages);
  let session: GuideSession | null = null;

  const end = (): void => {
    session?.end();
    session = null;
  };
  /** Where no tour is under way, nothing is looked at and nothing is watched. */
  const refresh = async (): Promise<void> => {
    const answer = await tellBackground('guide.hello', null);
    if (!answer.ok || context.isInvalid) return;
    if (answer.data === null) return end();
    if (session) session.update(answer.data);
    else await startIn(answer.data);
  };
  const startIn = async (view: TourView): Promise<void> => {
    const names = await tellBackground('guide.catalogue', null);
    if (session || context.isInvalid) return;
    session = startSession({ t, view, catalogue: toCatalogue(names.ok ? names.data : {}), left: end });
  };

  const unlisten = onBackgroundMessage((message) => {
    const { guide, consent } = (message ?? {}) as { readonly guide?: unknown; readonly consent?: unknown };
    if (guide === 'refresh') return refresh().then(() => true);
    if (guide === 'capture' && typeof consent === 'string') return session?.capture(consent) ?? Promise.resolve(false);
    return null;
  });
  context.onInvalidated(() => {
    unlisten();
    end();
  });
  void refresh();
}
