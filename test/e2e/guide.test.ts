import { describe, expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import { followCard, giveConsent, logIn, NmbrsPages, startGuide } from '../support/nmbrs-admin.ts';
import { useStage } from './stage.ts';

/** Every sentence, in this order, each once. */
const road = [
  'openUserMenu',
  'openProfile',
  'chooseRoute',
  'openSettings',
  'openGroup',
  'openTemplates',
  'openCog',
  'readServices',
  'switchOn',
  'rightsDone',
];

describe.each(browserKinds)('the guide on the Nmbrs pages in %s', (kind) => {
  const stage = useStage(kind, 20);

  it('leads from the log-in to a token that works, and switches on exactly what was missing', async () => {
    const nmbrs = new NmbrsPages(stage.sandbox.ready);
    await nmbrs.set({ rights: 'limited', ui: { token: 'inactive' } });
    const missing = await nmbrs.missing();
    const card = await startGuide(stage.companion, stage.sandbox.ready);
    await card.waitSays('loggedOut');
    await logIn(card.page);
    const said = await followCard(card, ['rightsDone', 'rightsDoneSave']);
    expect(said).toEqual(road);
    expect([...(await nmbrs.switches())].sort()).toEqual([...missing].sort());
    await followCard(card, ['handOver']);
    await card.click('guide-handOver');
    const consent = await giveConsent(stage.companion, stage.sandbox.ready.nmbrs.app);
    expect(await consent.waitText('doctor', /work/)).toMatch(/13 permissions work/);
  });
});
