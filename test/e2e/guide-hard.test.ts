import { describe, expect, it } from 'vitest';
import { scanTimes } from '../bench/browser/scan-times.ts';
import { eventually } from '../browser/companion-page.ts';
import type { PageCard } from '../browser/page-card.ts';
import { enterNmbrs } from '../support/admin.ts';
import { beginHandover, flowField, flowFrame, openIntegrations, pressIntegration } from '../support/javelo-admin.ts';
import { followCard, logIn, NmbrsPages, startGuide } from '../support/nmbrs-admin.ts';
import { clickCardUntil } from '../support/page-card.ts';
import { useStage } from './stage.ts';

const rights = ['rightsDone', 'rightsDoneSave'] as const;

/** What test/integration/guide-tour proves of the guide alone, with the real card, background and mouse. */
describe('what does not go straight on', () => {
  const stage = useStage('chromium', 5);

  async function arrive(ui: Readonly<Record<string, unknown>> = {}) {
    const nmbrs = new NmbrsPages(stage.sandbox.ready);
    await nmbrs.reset();
    await nmbrs.set({ rights: 'limited', ui: { tree: 'open', ...ui } });
    const missing = [...(await nmbrs.missing())].sort();
    const card = await startGuide(stage.companion, stage.sandbox.ready);
    // Whoever was here before in this browser is still logged in, as everywhere.
    if ((await card.waitSays('loggedOut', 'openUserMenu', 'lost')) === 'loggedOut') await logIn(card.page);
    const switches = async () => [...(await nmbrs.switches())].sort();
    return { nmbrs, card, missing, switches };
  }

  const confirm = async (card: PageCard, action: string) => {
    await card.click(action);
    await card.click('guide-yes');
  };

  it('takes back exactly what it switched on', async () => {
    const { nmbrs, card, missing, switches } = await arrive({ save: 'button' });
    await followCard(card, rights);
    expect(await nmbrs.missing()).toEqual([]);
    await confirm(card, 'guide-undo');
    await card.waitSays('switchOn');
    expect([...(await nmbrs.missing())].sort()).toEqual(missing);
    const off = missing.map((right) => right.replace(/ on$/, ' off'));
    expect(await switches()).toEqual([...missing, ...off].sort());
    expect(await card.find('guide-undo')).toBeNull();
    await card.leave();
  });

  it('goes on after the next log-in where the session ended while it switched', async () => {
    const { nmbrs, card, missing, switches } = await arrive();
    await followCard(card, ['switchOn']);
    await nmbrs.set({ ui: { endSessionAfter: 3 } });
    await confirm(card, 'guide-switchOn');
    await card.waitSays('loggedOut');
    // Three more requests, of which the page may have had one on its way already.
    expect([2, 3]).toContain((await switches()).length);
    await logIn(card.page);
    await followCard(card, rights);
    expect(await switches()).toEqual(missing);
    await card.leave();
  });

  it('touches no other template where the admin made one for this integration', async () => {
    const { nmbrs, card, missing, switches } = await arrive({ variant: 'C' });
    await followCard(card, ['chooseRoute']);
    await card.click('guide-routeOwn');
    await followCard(card, ['rowOwn']);
    await card.page.evaluate(makeTemplate, 'Javelo');
    const row = await eventually('the row of the new template', async () => {
      const rows = await card.all('guide-row');
      const at = rows.findIndex(({ text, children }) =>
        `${text}${children.map((child) => child.text)}`.includes('Javelo'),
      );
      return at < 0 ? null : at;
    });
    await card.click('guide-row', row);
    await followCard(card, rights);
    expect(await switches()).toEqual([]);
    expect([...(await nmbrs.missing())].sort()).toEqual(missing);
    const opened = (await nmbrs.events()).filter(({ kind }) => kind === 'popup').map(({ template }) => template);
    expect(opened.filter((template) => template !== 'Javelo' && template !== null)).toEqual([]);
    await card.leave();
  });

  it('switches in a list that draws only what is in sight, and saves it', async () => {
    const { nmbrs, card, missing, switches } = await arrive({ rows: 'virtual', save: 'button' });
    await followCard(card, rights);
    expect(await switches()).toEqual(missing);
    expect(await nmbrs.missing()).toEqual([]);
    await card.leave();
  });

  it('warns while the page asks whether to reset the token, and presses nothing there', async () => {
    const { nmbrs, card } = await arrive({ token: 'active' });
    await followCard(card, ['chooseRoute']);
    await card.page.evaluate('OpenPopup(107)');
    await card.waitSays('resetAsked');
    expect(await card.find('guide-press')).toBeNull();
    await card.page.evaluate('ClosePopup()');
    await card.waitSays('chooseRoute');
    expect((await nmbrs.events()).filter(({ kind }) => kind === 'reset-token')).toEqual([]);
    await card.leave();
  });

  it('does nothing on pages without a guide, and nothing any more where it recognised nothing for a while', async () => {
    const { card } = await arrive();
    const { page } = card;
    await card.waitSays('openUserMenu');
    expect((await scanTimes(page, 4)).length).toBeGreaterThan(0);
    await page.evaluate(emptyPage);
    await card.waitSays('lost');
    // It gives the page six seconds to become one that it knows.
    await eventually('the guide to rest', async () => ((await scanTimes(page, 3)).length === 0 ? true : null), 20_000);
    expect(await scanTimes(page, 4)).toEqual([]);
    await card.click('guide-lookAgain');
    await card.leave();
    const other = await stage.companion.driver.browser.newPage();
    await other.goto(stage.sandbox.ready.nmbrs.app);
    expect(await scanTimes(other, 4)).toEqual([]);
    await other.close();
  });

  it('switches on what Javelo’s flow lists, when the admin comes from there', async () => {
    const { companion, sandbox, credentials } = stage;
    const options = await companion.openOptions('connection');
    await enterNmbrs(options, credentials);
    await options.close();
    const way = await beginHandover(companion, sandbox.ready, 'hosted');
    const javelo = await openIntegrations(companion, sandbox.ready);
    await pressIntegration(javelo, 'Nmbrs', /^Connect$/);
    const flow = await flowFrame(javelo);
    await clickCardUntil(javelo, 'the subdomain page', () => flowField(flow, 'subdomain'));
    const listed = await clickCardUntil(javelo, 'the list of permissions', () =>
      flow.$$eval('.list code', (nodes) => (nodes.length > 0 ? nodes.map((node) => node.textContent ?? '') : null)),
    );
    await clickCardUntil(javelo, 'the page of credentials', () => flowField(flow, 'email'));
    await javelo.close();
    await way.close();
    const { card, switches } = await arrive();
    await followCard(card, rights);
    const key = (name: string) => name.replaceAll('_', '').toLowerCase();
    const names = new Set(listed.map((name) => key(name.split('.').at(-1) ?? name)));
    const switched = (await switches()).map((each) => key(each.replace(/^\w+\.|\s\w+$/g, '')));
    expect(switched.length).toBeGreaterThan(0);
    expect(switched.filter((name) => !names.has(name))).toEqual([]);
    await card.leave();
  });
});

/** In the page: the admin makes a template, by the page's own window. */
async function makeTemplate(name: string): Promise<void> {
  const { OpenPopup, DoAction } = window as unknown as Record<'OpenPopup' | 'DoAction', (what: unknown) => void>;
  OpenPopup(104);
  for (let tries = 0; !document.querySelector('#popupwindow_template_name'); tries += 1) {
    if (tries > 500) throw new Error('No window for a new template');
    await new Promise(requestAnimationFrame);
  }
  const field = (id: string) => document.querySelector(id) as HTMLInputElement;
  field('#popupwindow_template_name').value = name;
  field('#popupwindow_template_type').value = 'client';
  DoAction('create-template');
}

/** In the page: one that nobody knows. */
function emptyPage(): void {
  document.body.replaceChildren(Object.assign(document.createElement('p'), { textContent: 'Something else' }));
}
