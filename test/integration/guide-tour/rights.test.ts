import { describe, expect, it } from 'vitest';
import { useGuideVisits, wrongDeeds } from '../../support/guide-in-page/visit.ts';

const visits = useGuideVisits();
const own = 'Administrator Gebruiker (Client)';
const manager = 'EmployeeService.Manager_GetCurrent';

describe.concurrent('exactly the missing permissions are switched on', () => {
  it.each([
    { variant: 'A', rows: 'lazy', order: 'alphabetical' },
    { variant: 'A', rows: 'virtual', order: 'alphabetical' },
    { variant: 'F', rows: 'lazy', order: 'alphabetical' },
    { variant: 'D', save: 'button', language: 'nl' },
    { variant: 'F', save: 'button', rows: 'virtual' },
    { variant: 'B', toggle: 'image' },
    { variant: 'A', toggle: 'link', language: 'sv' },
    { variant: 'A', rightsIn: 'page' },
    { variant: 'E', shadow: 'closed' },
    { variant: 'A', rerenderMs: 150 },
    { variant: 'C', lostPresses: 2 },
    { variant: 'B', halfMs: 500 },
    { variant: 'A', templates: 'company-login', walkme: true, zoom: 0.67 },
    { variant: 'F', zoom: 1.5 },
    { variant: 'D', invisible: true, csp: 'strict', userMenu: 'icon' },
  ])('%j', async (ui) => {
    await visits.visit({ tree: 'open', ...ui }, async (visit) => {
      const missing = await visit.missing();
      const last = await visit.comeTo('rightsDone', 'rightsDoneSave');
      expect(last.say).toBe('save' in ui ? 'rightsDoneSave' : 'rightsDone');
      expect(await visit.switches()).toEqual(missing);
      expect(await visit.missing()).toEqual([]);
      expect(wrongDeeds(await visit.events(), own)).toEqual([]);
    });
  });

  it('with a name that is an attack', async () => {
    const userType = `<img src=x onerror="document.title='owned'">`;
    await visits.visit({ userType, tree: 'open', variant: 'C' }, async (visit) => {
      const missing = await visit.missing();
      // Nothing in such a name says that it is an administrator's, nor that it is not.
      await visit.comeTo('rightsDone');
      expect(await visit.switches()).toEqual(missing);
      expect(await visit.page.title()).not.toBe('owned');
      expect(wrongDeeds(await visit.events(), userType)).toEqual([]);
    });
  });
});

describe.concurrent('what does not go as it should', () => {
  it.each(['auto', 'button'])('a permission that refuses is named, the others are on (%s)', async (save) => {
    await visits.visit({ refuse: [manager], save, tree: 'open' }, async (visit) => {
      const missing = await visit.missing();
      expect(missing).toContain(`${manager} on`);
      await visit.walkTo('switchOn');
      const after = await visit.ask('act');
      expect(after).toMatchObject({ say: 'switchOn', permissions: [manager], actions: ['switchOn', 'goOn', 'undo'] });
      expect(after.report.join()).toContain('Manager_GetCurrent');
      expect(await visit.missing()).toEqual([`${manager} on`]);
      expect(new Set(await visit.switches())).toEqual(new Set(missing));
      expect((await visit.ask('tour')).switchedOn.map(({ method }) => method)).not.toContain('Manager_GetCurrent');
      // It is no dead end: the admin may go on without it.
      await visit.ask('goOn');
      expect(await visit.ask('now')).toMatchObject({ say: 'rightsLeft', permissions: [manager] });
    });
  });

  it('the session ends while it switches: after the next log-in it goes on where it was', async () => {
    await visits.visit({ tree: 'open' }, async (visit) => {
      const missing = await visit.missing();
      await visit.walkTo('switchOn');
      await visit.configure({ endSessionAfter: 3 });
      const gone = visit.page.waitForNavigation();
      await visit.ask('act').catch(() => null);
      await gone;
      expect(await visit.ask('now')).toMatchObject({ state: 'loggedOut', say: 'loggedOut' });
      const before = await visit.switches();
      // Three more requests, of which the page may have had one on its way already.
      expect([2, 3]).toContain(before.length);
      await visit.logIn();
      await visit.comeTo('rightsDone');
      expect(await visit.switches()).toEqual(missing);
      expect(wrongDeeds(await visit.events(), own)).toEqual([]);
    });
  });

  it('the admin stops it: what was done is told, and the rest can follow', async () => {
    await visits.visit({ tree: 'open', variant: 'E' }, async (visit) => {
      const missing = await visit.missing();
      await visit.walkTo('switchOn');
      await visit.ask('stopAfter', 3);
      const stopped = await visit.ask('act');
      expect(await visit.switches()).toHaveLength(3);
      expect(stopped.report.join()).toMatch(/^3 of .*Stopped/);
      expect((await visit.ask('tour')).switchedOn).toHaveLength(3);
      await visit.comeTo('rightsDone');
      expect(await visit.switches()).toEqual(missing);
    });
  });
});

describe.concurrent('undo', () => {
  it.each([{ variant: 'F' }])('%j: takes back exactly what was switched on', async (ui) => {
    await visits.visit({ tree: 'open', ...ui }, async (visit) => {
      const missing = await visit.missing();
      await visit.comeTo('rightsDone', 'rightsDoneSave');
      await visit.ask('undo');
      expect(await visit.missing()).toEqual(missing);
      const off = missing.map((right) => right.replace(/ on$/, ' off'));
      expect(await visit.switches()).toEqual([...missing, ...off].sort());
      expect((await visit.ask('tour')).switchedOn).toEqual([]);
      expect(wrongDeeds(await visit.events(), own)).toEqual([]);
    });
  });
});

describe.concurrent('the list from Javelo’s flow', () => {
  it('counts instead of the companion’s own', async () => {
    await visits.visit({ tree: 'open' }, async (visit) => {
      await visit.ask('begin', [
        { service: 'EmployeeService', method: 'employeetype_getlist' },
        { service: null, method: 'Environment_Get' },
        { service: 'DebtorService', method: 'Nobody_Knows' },
      ]);
      await visit.comeTo('rightsDone');
      expect(await visit.switches()).toEqual([
        'DebtorService.Environment_Get on',
        'EmployeeService.EmployeeType_GetList on',
      ]);
    });
  });
});
