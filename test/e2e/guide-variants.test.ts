import { describe, expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import { followCard, logIn, NmbrsPages, startGuide } from '../support/nmbrs-admin.ts';
import { useStage } from './stage.ts';

/**
 * The ways the pages may be built (nmbrs-ui.md §5.5). A, and the token, are in guide.test.ts; B is D without its frame. All
 * of them in all languages are walked without the card in test/integration/guide-tour.
 */
const walked = { chromium: ['D', 'F'], firefox: ['C', 'D', 'F'] } as const;

describe.each(browserKinds)('the pages in other forms in %s', (kind) => {
  const stage = useStage(kind, 20);

  it.each(walked[kind])('form %s: exactly the missing permissions are switched on', async (variant) => {
    const nmbrs = new NmbrsPages(stage.sandbox.ready);
    await nmbrs.reset();
    await nmbrs.set({ rights: 'limited', ui: { variant } });
    const missing = await nmbrs.missing();
    expect(missing.length).toBeGreaterThan(3);
    const card = await startGuide(stage.companion, stage.sandbox.ready);
    try {
      await card.waitSays('loggedOut');
      await logIn(card.page);
      await followCard(card, ['rightsDone', 'rightsDoneSave']);
      expect([...(await nmbrs.switches())].sort()).toEqual([...missing].sort());
      expect(await nmbrs.missing()).toEqual([]);
    } finally {
      await card.leave();
    }
  });
});
