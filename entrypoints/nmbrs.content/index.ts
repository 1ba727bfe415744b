import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from '#imports';
import { toCatalogue } from '../../utils/guide/read/catalogue.ts';
import type { GuideKey } from '../../utils/i18n/bundles/guide.ts';
import { plainTranslator } from '../../utils/i18n/plain-translator.ts';
import { tellBackground } from '../../utils/messaging/content-client.ts';
import { onBackgroundMessage } from '../../utils/messaging/content-listener.ts';
import type { TourView } from '../../utils/messaging/schemas/guide.ts';
import { once } from '../javelo.content/once.ts';
import { type GuideSession, startSession } from './guide-session.ts';

// Registered for the tenant's own host when the admin grants it; installing asks for no host (design.md rule 7).
export default defineContentScript({
  registration: 'runtime',
  main: (context) => once('nmbrs', () => begin(context)),
});

function begin(context: ContentScriptContext): void {
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
    const [names, words] = await Promise.all([
      tellBackground('guide.catalogue', null),
      tellBackground('guide.texts', { languages: navigator.languages.slice(0, 10) }),
    ]);
    if (session || context.isInvalid || !words.ok) return;
    const { locale, texts } = words.data;
    const t = plainTranslator(locale, texts as Record<GuideKey, string>);
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
