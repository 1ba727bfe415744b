// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sure } from '../../../utils/guide/locate/located.ts';
import { lookAtPage } from '../../../utils/guide/page/page-index.ts';
import { findApiCog, readColumnHeads } from '../../../utils/guide/read/api-cog.ts';
import { pageOf } from './look.ts';

/** How a list is drawn; whatever is drawn is true, but heads may stand elsewhere than their columns. */
interface List {
  /** Columns after the name, one of which is API. */
  readonly columns: readonly string[];
  /** Heads and rows in one table, or heads of their own. */
  readonly together: boolean;
  /** How far heads of their own stand from their columns, in px. */
  readonly shift: number;
  /** A head more than there are cells, before the others. */
  readonly extraHead: boolean;
  /** Icons look like what they are. */
  readonly looks: boolean;
  /** Icons say what they are. */
  readonly named: boolean;
}

const icons: Readonly<Record<string, string>> = {
  API: 'settings',
  Dashboard: 'dashboard',
  Users: 'people',
  Logins: 'key',
};
const nameWidth = 300;
const width = 80;

/** The list as a page, with a place for every cell as a browser would give it. */
function draw({ columns, together, shift, extraHead, looks, named }: List): { page: Document; row: Element } {
  const cell = (name: string) =>
    `<td><a ${name === 'API' ? 'id="api"' : ''} ${named ? `title="Edit ${name}"` : ''} onclick="open()"><img src="/icons/${looks ? icons[name] : 'i'}.svg"></a></td>`;
  const heads = ['Name', ...(extraHead && !together ? ['#'] : []), ...columns]
    .map((name) => `<td>${name}</td>`)
    .join('');
  const row = `<tr id="row"><td>Administrator</td>${columns.map(cell).join('')}</tr>`;
  const page = pageOf(
    together
      ? `<table><tr class="heads">${heads}</tr>${row}</table>`
      : `<table><tr class="heads">${heads}</tr></table><table>${row}</table>`,
  );
  for (const line of page.querySelectorAll('tr')) {
    const offset = line.className === 'heads' && !together ? shift : 0;
    for (const [at, place] of [...line.children].entries()) {
      const left = at === 0 ? 0 : nameWidth + (at - 1) * width + offset;
      const box = { left, width: at === 0 ? nameWidth : width, top: 0, height: 30, right: left + width, bottom: 30 };
      place.getBoundingClientRect = () => box as DOMRect;
    }
  }
  return { page, row: page.querySelector('#row') as Element };
}

const find = (list: List) => {
  const { page, row } = draw(list);
  return findApiCog(row, readColumnHeads(lookAtPage(page)));
};

const isApi = (element: Element | undefined): boolean => element?.id === 'api' || element?.closest('#api') !== null;

const list: fc.Arbitrary<List> = fc.record({
  columns: fc
    .shuffledSubarray(['Dashboard', 'Users', 'API', 'Logins'], { minLength: 2 })
    .filter((names) => names.includes('API')),
  together: fc.boolean(),
  shift: fc.integer({ min: -2 * width, max: 2 * width }),
  extraHead: fc.boolean(),
  looks: fc.boolean(),
  named: fc.boolean(),
});

describe('the cog in the API column', () => {
  it('is the right one wherever the guide is sure enough to press it, however the list is drawn', () => {
    fc.assert(
      fc.property(list, (drawn) => {
        const cog = find(drawn);
        if (cog && cog.confidence >= sure) expect(isApi(cog.element)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is found for sure where the list is drawn well', () => {
    const columns = ['Dashboard', 'Users', 'API'];
    const well = { columns, together: false, shift: 0, extraHead: false, looks: false, named: false };
    for (const drawn of [
      well,
      { ...well, together: true },
      { ...well, shift: 15 },
      { ...well, shift: 60, named: true },
    ]) {
      const cog = find(drawn);
      expect(cog?.confidence).toBeGreaterThanOrEqual(sure);
      expect(isApi(cog?.element)).toBe(true);
    }
  });

  it('is asked about where heads stand over other columns, and told apart by its look', () => {
    const apart = {
      columns: ['Dashboard', 'Users', 'API'],
      together: false,
      shift: -width,
      extraHead: false,
      named: false,
    };
    const cog = find({ ...apart, looks: true });
    expect(isApi(cog?.element)).toBe(true);
    expect(cog?.confidence).toBeLessThan(sure);
    expect(find({ ...apart, looks: false })?.confidence).toBeLessThan(sure);
  });
});
