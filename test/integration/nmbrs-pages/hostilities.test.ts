import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../browser/companion-page.ts';
import { ownType, useNmbrsPages } from './stage.ts';

const stage = useNmbrsPages();

const toEmployeeServices = async (ui: Readonly<Record<string, unknown>> = {}) => {
  const visit = await stage.arrive(ui);
  await visit.admin.openRights(ownType);
  await visit.admin.chooseService('Employee Services');
  await visit.admin.control('Absence2_GetList');
  return visit;
};

const isGone = (element: ElementHandle<Element>): Promise<boolean> => element.evaluate((node) => !node.isConnected);
const switchedOnce = () =>
  eventually('a switch', async () => {
    const switched = await stage.switched();
    return switched.length > 0 ? switched : null;
  });

describe('saving by a button', () => {
  it('changes nothing before it is pressed, and loses what is left unsaved with another service', async () => {
    const { admin } = await toEmployeeServices({ save: 'button' });
    await admin.pressRight('EmployeeType_GetList');
    await admin.chooseService('Debtor Services');
    await admin.pressRight('Environment_Get');
    expect(await stage.switched()).toEqual([]);
    await admin.press('save');
    await admin.text('saved');
    expect(await stage.switched()).toEqual(['DebtorService.Environment_Get → true']);
    await admin.chooseService('Employee Services');
    const control = await admin.control('EmployeeType_GetList');
    expect(await control.evaluate((node) => (node as HTMLInputElement).checked)).toBe(false);
  });
});

describe('a right that refuses', () => {
  it('goes back to what it was, with a sentence', async () => {
    const { admin } = await toEmployeeServices({ refuse: ['EmployeeService.EmployeeType_GetList'] });
    const control = await admin.control('EmployeeType_GetList');
    await control.click();
    await admin.text('the change could not be saved.');
    expect(await control.evaluate((node) => (node as HTMLInputElement).checked)).toBe(false);
    expect(await stage.refusal('EmployeeService', 'EmployeeType_GetList')).toBe('1002');
  });
});

describe('a long list', () => {
  const rowsIn = (page: Awaited<ReturnType<typeof stage.arrive>>['page']): Promise<number> =>
    page.evaluate(() => document.querySelectorAll('.apirights--list tbody tr:not(.spacer)').length);
  const scrollBy = (page: Awaited<ReturnType<typeof stage.arrive>>['page'], pixels: number): Promise<void> =>
    page.evaluate((by) => document.querySelector('.apirights--list')?.scrollBy(0, by), pixels);

  it('is drawn further as one scrolls', async () => {
    const { page } = await toEmployeeServices({ rows: 'lazy', order: 'alphabetical' });
    expect(await rowsIn(page)).toBe(30);
    await scrollBy(page, 10_000);
    await eventually('more rows', async () => ((await rowsIn(page)) === 60 ? true : null));
  });

  it('may have few elements that show other methods after scrolling', async () => {
    const { admin, page } = await toEmployeeServices({ rows: 'virtual', order: 'alphabetical' });
    expect(await rowsIn(page)).toBeLessThanOrEqual(30);
    const control = await admin.control('Absence2_GetList');
    const method = () => control.evaluate((node) => node.closest('tr')?.firstElementChild?.textContent ?? '');
    await scrollBy(page, 3_000);
    await eventually('another method', async () => ((await method()) === 'Absence2_GetList' ? null : true));
    const now = await method();
    await control.evaluate((node) => (node as HTMLElement).click());
    expect(await switchedOnce()).toEqual([`EmployeeService.${now} → true`]);
  });
});

describe('elements', () => {
  it('are other ones after a while, with the same content', async () => {
    const { admin, page } = await stage.arrive({ rerenderMs: 150 });
    // No mouse: what it aims at is gone before it is there.
    await page.evaluate(`OpenPopup(103, '7')`);
    await admin.chooseService('Employee Services');
    const control = await admin.control('EmployeeType_GetList');
    await eventually('the row to be replaced', async () => ((await isGone(control)) ? true : null));
    await page.evaluate(() => {
      const rows = [...document.querySelectorAll('.tblRights tr')];
      const row = rows.find(({ firstElementChild }) => firstElementChild?.textContent === 'EmployeeType_GetList');
      row?.querySelector('input')?.click();
    });
    expect(await switchedOnce()).toEqual(['EmployeeService.EmployeeType_GetList → true']);
    await eventually('a new row to show it', async () => {
      const again = await admin.control('EmployeeType_GetList');
      return again.evaluate((node) => (node as HTMLInputElement).checked || null).catch(() => null);
    });
  });

  it('keep groups open when they are drawn anew', async () => {
    const { admin } = await stage.arrive({ rerenderMs: 300 });
    await admin.pressShell('settings');
    await eventually('the group to open', async () => {
      await admin.press('user accounts');
      return admin.text('template users', 400).catch(() => null);
    });
    const item = await admin.text('template users');
    await eventually('the item to be replaced', async () => ((await isGone(item)) ? true : null));
    await admin.text('template users');
  });

  it('are replaced under the press, which is lost, by hand and by script', async () => {
    const { admin, page } = await stage.arrive({ lostPresses: 2 });
    const rail = await admin.text('settings');
    await rail.click();
    await rail.evaluate((node) => (node as HTMLElement).click());
    expect((await stage.events()).map(({ kind }) => kind)).toEqual(['login']);
    await rail.click();
    await admin.press('user accounts');
    await admin.text('template users');
    expect(page.url()).toMatch(/localhost:\d+\/$/);
  });

  it('come in halves where the page is slow', async () => {
    const { admin, page } = await stage.arrive({ halfMs: 1_200, tree: 'open' });
    await admin.pressShell('settings');
    await admin.press('template users');
    await eventually('the first half', () => page.$('.tblGrid'));
    expect(await page.$$eval('td.ico a', (all) => all.length)).toBeLessThan(30);
    await admin.pressIcon(ownType, 3);
    await eventually('rows without controls', () => page.$('.tblRights td.state:empty'));
    expect(await page.$('.tblRights input')).toBeNull();
    await admin.control('CompanyLeaveTypeGroups_Get');
  });
});

describe('a session that ends in the middle', () => {
  it('leads back to the log-in, with nothing switched', async () => {
    const { admin, page } = await toEmployeeServices();
    await stage.configure({ endSessionAfter: 0 });
    await Promise.all([page.waitForNavigation(), admin.pressRight('EmployeeType_GetList')]);
    expect(page.url()).toContain('/applications/Common/Login.aspx?ReturnUrl=%2f');
    expect(await stage.switched()).toEqual([]);
    await admin.logIn();
    await admin.text('my tasks');
  });

  it('leads back from within a frame too', async () => {
    const { admin, page } = await toEmployeeServices({ variant: 'D' });
    await stage.configure({ endSessionAfter: 0 });
    await Promise.all([page.waitForNavigation(), admin.pressRight('EmployeeType_GetList')]);
    expect(page.url()).toContain('/applications/Common/Login.aspx');
  });
});

describe('what others put on the page', () => {
  it('is a balloon over everything and a dialog that holds all presses', async () => {
    const { admin, page } = await stage.arrive({ walkme: true, modal: true });
    await admin.text('what is new');
    const settings = await admin.text('settings');
    await settings.click();
    expect((await stage.events()).map(({ kind }) => kind)).toEqual(['login']);
    await admin.press('close');
    const close = await page.$('.walkme-custom-balloon-close-button');
    await close?.click();
    expect(await page.$('.walkme-custom-balloon-content')).toBeNull();
    await settings.click();
    await admin.text('user accounts');
  });

  it('with a strict policy has no styles of others', async () => {
    const { page, complaints } = await stage.arrive({ csp: 'strict', variant: 'C' });
    const colour = await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body{color:rgb(1, 2, 3)}';
      document.head.append(style);
      return getComputedStyle(document.body).color;
    });
    expect(colour).not.toBe('rgb(1, 2, 3)');
    expect(complaints.join()).toContain('Content Security Policy');
  });

  it('as the name of a template stays a name', async () => {
    const userType = `<img src=x onerror="document.title='owned'">`;
    const { admin, page } = await stage.arrive({ userType });
    await admin.openRights(userType);
    await admin.chooseService('Debtor Services');
    await admin.control('Environment_Get');
    expect(await page.$$eval('img', (all) => all.filter((image) => image.src.endsWith('/x')).length)).toBe(0);
    expect(await page.title()).toBe('Acme Holding');
  });

  it('may zoom the page and make it invisible', async () => {
    const { page } = await stage.arrive({ zoom: 2, invisible: true });
    const shown = await page.evaluate(() => {
      const { opacity, zoom } = getComputedStyle(document.documentElement);
      return { opacity, zoom };
    });
    expect(shown).toEqual({ opacity: '0', zoom: '2' });
  });
});
