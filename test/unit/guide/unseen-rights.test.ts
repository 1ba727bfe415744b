// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { setPermissions } from '../../../utils/guide/act/set-permissions.ts';
import { lookAtPage } from '../../../utils/guide/page/page-index.ts';
import { readPage } from '../../../utils/guide/read/page-state.ts';

const methods = {
  'Employee Services': ['Absence_Get', 'Address_GetListCurrent', 'Manager_GetCurrent', 'List_GetByCompany', 'Hour_Get'],
  'Company Services': ['List_GetAll', 'Run_GetList', 'CostUnit_GetList', 'SVW_GetCurrent', 'Company_GetCurrentPeriod'],
  'Debtor Services': ['Environment_Get', 'List_GetAll', 'Manager_GetList', 'Tag_Get', 'Department_GetList'],
} as const;
type Label = keyof typeof methods;
const wanted = [
  { service: 'EmployeeService', method: 'Manager_GetCurrent' },
  { service: 'CompanyService', method: 'List_GetAll' },
] as const;

/**
 * Rights as another engineer would draw them: services that fold one by one, buttons that say On and Off, and a question
 * when they are saved.
 */
function rightsPage([on, off]: readonly [string, string], answer: 'Yes' | 'No' | null) {
  document.body.innerHTML = `<h2>API: HR</h2>${Object.keys(methods)
    .map((label) => `<div><button aria-expanded="false">${label}</button><section></section></div>`)
    .join('')}<footer><button id="save">Save changes</button></footer>`;
  const saved = new Set<string>();
  let draft = new Set<string>();
  const draw = (fold: HTMLElement): void => {
    const label = fold.textContent as Label;
    const open = fold.getAttribute('aria-expanded') === 'true';
    const rows = open ? methods[label] : [];
    (fold.nextElementSibling as Element).innerHTML = rows
      .map((method) => {
        const state = draft.has(`${label} ${method}`) ? on : off;
        return `<div><span>${method}</span><button data-right="${label} ${method}">${state}</button></div>`;
      })
      .join('');
  };
  const folds = [...document.querySelectorAll<HTMLElement>('[aria-expanded]')];
  document.body.onclick = ({ target }) => {
    const pressed = target as HTMLElement;
    const { right } = pressed.dataset;
    if (pressed.hasAttribute('aria-expanded')) {
      pressed.setAttribute('aria-expanded', String(pressed.getAttribute('aria-expanded') === 'false'));
      draw(pressed);
    } else if (right) {
      if (!draft.delete(right)) draft.add(right);
      for (const fold of folds) draw(fold);
    } else if (pressed.id === 'save') {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<div role="alertdialog"><button>Yes</button><button>No</button></div>',
      );
    } else if (pressed.closest('[role=alertdialog]')) {
      if (pressed.textContent === 'Yes') for (const each of draft) saved.add(each);
      else draft = new Set(saved);
      pressed.closest('[role=alertdialog]')?.remove();
      for (const fold of folds) draw(fold);
    }
  };
  let asked = 0;
  let stopped = false;
  const bench = { look: () => readPage(lookAtPage(document), '/'), stopped: () => stopped, catalogue: new Map() };
  const asks = (): void => {
    asked += 1;
    // The admin answers in the page, or stops the guide.
    if (answer === null) stopped = true;
    const buttons = [...document.querySelectorAll<HTMLElement>('[role=alertdialog] button')];
    buttons.find(({ textContent }) => textContent === answer)?.click();
  };
  const run = () =>
    setPermissions(bench, { permissions: wanted, target: 'on', cog: () => null, progress: () => {}, asks });
  return { bench, run, saved, asked: () => asked };
}

describe('rights that fold, with buttons that say what is on, and a question when they are saved', () => {
  it('are recognised while all of them are folded', () => {
    const { bench } = rightsPage(['On', 'Off'], 'Yes');
    expect(bench.look()).toMatchObject({ state: 'apiRights', rights: { services: { current: null }, rows: [] } });
  });

  it.each([
    ['On', 'Off'],
    ['Aan', 'Uit'],
  ] as const)('%s and %s: the admin answers the question, and just what was wanted is on', async (...words) => {
    const { run, saved, asked } = rightsPage(words, 'Yes');
    const { results, ended } = await run();
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(ended).toBeNull();
    expect([...saved].sort()).toEqual(['Company Services List_GetAll', 'Employee Services Manager_GetCurrent']);
    expect(asked()).toBe(2);
  });

  it('are told as refused where the admin says no', async () => {
    const { run, saved } = rightsPage(['On', 'Off'], 'No');
    expect((await run()).results.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
    expect([...saved]).toEqual([]);
  });

  it('are left alone where nobody answers and the admin stops', async () => {
    const { run, saved } = rightsPage(['On', 'Off'], null);
    expect((await run()).ended).toBe('stopped');
    expect([...saved]).toEqual([]);
  });
});
