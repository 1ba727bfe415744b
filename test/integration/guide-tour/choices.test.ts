import { describe, expect, it } from 'vitest';
import { useGuideVisits, wrongDeeds } from '../../support/guide-in-page/visit.ts';

const visits = useGuideVisits();
const own = 'Administrator Gebruiker (Client)';

describe.concurrent('which template', () => {
  it.each([
    { variant: 'A', templates: 'equal-rows', pick: 0, nth: 'masterClient: Administrator Gebruiker (Client) 0' },
    { variant: 'D', templates: 'equal-rows', pick: 1, nth: 'masterClient: Administrator Gebruiker (Client) 1' },
    { variant: 'F', templates: 'two-sections', pick: 1, nth: 'masterCompany: Administrator Gebruiker (Client) 0' },
  ])('$templates in $variant: asked for, and only row $pick is touched', async ({ pick, nth, ...ui }) => {
    await visits.visit({ tree: 'open', ...ui }, async (visit) => {
      const asked = await visit.comeTo('rowsEqual');
      expect(asked.say).toBe('rowsEqual');
      expect(asked.rows).toHaveLength(2);
      expect(asked.rows[pick]).toBe(nth);
      await visit.ask('pick', pick);
      await visit.comeTo('rightsDone');
      const events = await visit.events();
      const opened = events.flatMap((event) => (event.kind === 'rights-read' ? [event.templateId] : []));
      const switched = events.flatMap((event) => (event.kind === 'switch' ? [event.templateId] : []));
      expect(new Set(opened).size).toBe(1);
      expect(switched.filter((id) => id !== opened[0])).toEqual([]);
      // The admin's own template is the first of its name.
      expect(opened[0] === 7).toBe(pick === 0);
      expect(wrongDeeds(events, own)).toEqual([]);
    });
  });

  it.each([
    { variant: 'B', templates: 'missing', say: 'rowMissing' },
    { variant: 'C', templates: 'read-only', say: 'readOnly' },
    { variant: 'E', templates: 'accountant-only', say: 'accountantOnly' },
    { variant: 'A', templates: 'accountant-only', say: 'accountantOnly' },
    { variant: 'A', edition: 'accountant', say: 'accountant' },
    { variant: 'A', userType: 'HR Manager (System)', say: 'notAdministrator' },
    { variant: 'F', settings: 'missing', say: 'lost' },
  ])('%j', async ({ say, ...ui }) => {
    await visits.visit({ tree: 'open', ...ui }, async (visit) => {
      expect((await visit.comeTo(say)).say).toBe(say);
      expect(await visit.switches()).toEqual([]);
      const deeds = (await visit.events()).map(({ kind }) => kind);
      expect(deeds.filter((kind) => kind !== 'page' && kind !== 'login')).toEqual([]);
    });
  });

  it('one of its own, made by the admin: only that one is touched', async () => {
    await visits.visit({ tree: 'open' }, async (visit) => {
      await visit.walkTo('chooseRoute');
      await visit.ask('tell', { route: 'own' });
      expect((await visit.comeTo('rowOwn')).say).toBe('rowOwn');
      await visit.page.evaluate(`OpenPopup(104)`);
      await visit.page.waitForSelector('#popupwindow_template_name');
      await visit.page.type('#popupwindow_template_name', 'Javelo');
      await visit.page.select('#popupwindow_template_type', 'client');
      await visit.page.evaluate(`DoAction('create-template')`);
      await visit.page.waitForFunction(() => document.body.textContent?.includes('Javelo'));
      const { rows } = await visit.ask('now');
      await visit.ask('pick', rows.indexOf('masterClient: Javelo 0'));
      // Templates start with everything on.
      expect((await visit.comeTo('rightsDone')).say).toBe('rightsDone');
      const others = wrongDeeds(await visit.events(), 'Javelo').filter(({ kind }) => kind !== 'create-template');
      expect(others).toEqual([{ kind: 'popup', popup: 'new-template', template: null }]);
      expect(await visit.switches()).toEqual([]);
    });
  });
});

describe.concurrent('the token', () => {
  it.each([
    { variant: 'A', token: 'inactive', reveal: 'at-once' },
    { variant: 'B', token: 'inactive' },
    { variant: 'D', token: 'hidden' },
    { variant: 'E', token: 'active', language: 'sv' },
  ])('%j: shown in the end, and never reset', async (ui) => {
    await visits.visit(ui, async (visit) => {
      await visit.walkTo('chooseRoute');
      await visit.ask('tell', { services: await allOn() });
      const last = await visit.comeTo('handOver');
      expect(last).toMatchObject({ say: 'handOver', state: 'tokenVisible' });
      expect(wrongDeeds(await visit.events(), own)).toEqual([]);
    });
  });

  it.each(['A', 'C'])('in %s: no tab, so who can make it is told', async (variant) => {
    await visits.visit({ variant, tokenTab: 'missing' }, async (visit) => {
      await visit.walkTo('chooseRoute');
      await visit.ask('tell', { services: await allOn() });
      expect(await visit.comeTo('noTokenTab')).toMatchObject({ say: 'noTokenTab', state: 'profileNoTokenTab' });
    });
  });
});

describe.concurrent('before the pages', () => {
  it.each([
    { login: 'classic', say: 'loggedOut' },
    { profiles: 'two', say: 'profilePicker' },
    { profiles: 'employee', say: 'employeeOnly' },
  ])('%j', async ({ say, ...ui }) => {
    await visits.visit(
      ui,
      async (visit) => {
        expect((await visit.ask('now')).say).toBe(say);
      },
      { loggedIn: say !== 'loggedOut' },
    );
  });
});

/** What the tour knows when every permission is on. */
async function allOn() {
  const { wantedList } = await import('../../../utils/core/tour/wanted-list.ts');
  const services: Record<string, { on: string[]; missing: []; unclear: []; surplus: [] }> = {};
  for (const { service, method } of wantedList(null)) {
    services[service] ??= { on: [], missing: [], unclear: [], surplus: [] };
    services[service].on.push(method);
  }
  return services;
}
