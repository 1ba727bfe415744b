import { describe, expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import { followCard, logIn, NmbrsPages, startGuide } from '../support/nmbrs-admin.ts';
import { useStage } from './stage.ts';

const variants = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
/** Each way the pages may be built, with what the facts leave open: how rights are drawn and saved, and the words. */
const pages = variants.flatMap((variant, at) =>
  (['en', 'nl', 'nl-en', 'sv'] as const).map((language, nth) => ({
    variant,
    language,
    wording: (at + nth) % 2 === 0 ? 'usual' : 'other',
    save: (at + nth) % 3 === 0 ? 'button' : 'auto',
    spaces: (['plain', 'nbsp', 'soft-hyphens'] as const)[(at + nth) % 3],
    order: nth % 2 === 0 ? 'wsdl' : 'alphabetical',
    rows: (['all', 'lazy', 'virtual'] as const)[nth % 3],
  })),
);

describe.each(browserKinds)('the pages in every form in %s', (kind) => {
  const stage = useStage(kind, 20);
  // Firefox walks each form once, Chromium in every language.
  const walked = kind === 'chromium' ? pages : pages.filter(({ language }) => language === 'nl-en');

  it.each(walked)('$variant, $language, $wording words, $save save, $rows rows', async (ui) => {
    const nmbrs = new NmbrsPages(stage.sandbox.ready);
    await nmbrs.reset();
    await nmbrs.set({ rights: 'limited', ui: { ...ui, token: 'inactive' } });
    const expected = await nmbrs.missing();
    expect(expected.length).toBeGreaterThan(3);
    const card = await startGuide(stage.companion, stage.sandbox.ready);
    try {
      await card.waitSays('loggedOut', 'openUserMenu');
      await logIn(card.page);
      await followCard(card, ['rightsDone', 'rightsDoneSave']);
      expect([...(await nmbrs.switches())].sort()).toEqual([...expected].sort());
      expect(await nmbrs.missing()).toEqual([]);
      expect(
        (await nmbrs.events()).filter(({ kind: what }) => /apply-template|reset-token|dashboard/.test(what)),
      ).toEqual([]);
    } finally {
      await card.leave();
    }
  });
});
