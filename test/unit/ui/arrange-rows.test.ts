import { describe, expect, it } from 'vitest';
import { arrangeRows, foldText } from '../../../utils/ui/table/arrange-rows.ts';

interface Row {
  readonly name: string;
  readonly company: string;
}

const people: readonly Row[] = [
  { name: 'Zoë 10', company: 'Beta' },
  { name: 'André', company: 'Acme' },
  { name: 'Zoë 9', company: 'Acme' },
  { name: 'ana', company: 'Beta' },
];
const asIs = {
  keep: () => true,
  search: '',
  textOf: (row: Row) => row.name,
  sortBy: (row: Row) => row.name,
  descending: false,
  groupBy: null,
  locale: 'en',
};
const names = (lines: ReturnType<typeof arrangeRows<Row>>) =>
  lines.map((line) => (line.kind === 'row' ? line.row.name : `# ${line.label} ${line.count}`));

describe('the lines of a table', () => {
  it('are sorted as people do: without regard to case, numbers by their value', () => {
    expect(names(arrangeRows(people, asIs))).toEqual(['ana', 'André', 'Zoë 9', 'Zoë 10']);
    expect(names(arrangeRows(people, { ...asIs, descending: true }))).toEqual(['Zoë 10', 'Zoë 9', 'André', 'ana']);
  });

  it('are found without accents, and chosen', () => {
    expect(names(arrangeRows(people, { ...asIs, search: ' ZOE ' }))).toEqual(['Zoë 9', 'Zoë 10']);
    expect(names(arrangeRows(people, { ...asIs, keep: (row) => row.company === 'Beta' }))).toEqual(['ana', 'Zoë 10']);
    expect(arrangeRows(people, { ...asIs, search: 'nobody' })).toEqual([]);
  });

  it('stand under a heading with their number', () => {
    expect(names(arrangeRows(people, { ...asIs, groupBy: (row) => row.company }))).toEqual([
      '# Acme 2',
      'André',
      'Zoë 9',
      '# Beta 2',
      'ana',
      'Zoë 10',
    ]);
  });

  it('keep the order of equals', () => {
    const twins = [
      { name: 'A', company: '1' },
      { name: 'A', company: '2' },
    ];
    const order = (descending: boolean) =>
      arrangeRows(twins, { ...asIs, descending }).map((line) => line.kind === 'row' && line.row.company);
    expect(order(false)).toEqual(['1', '2']);
    expect(order(true)).toEqual(['1', '2']);
  });

  it('folds text', () => expect(foldText('Łukasz Ångström')).toBe('łukasz angstrom'));
});
