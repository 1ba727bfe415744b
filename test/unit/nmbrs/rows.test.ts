import { describe, expect, it } from 'vitest';
import { collectHistories, collectList } from '../../../utils/connectors/nmbrs/records/histories.ts';
import { createSoapReader, XmlProblem } from '../../../utils/connectors/nmbrs/xml-stream.ts';

const shape = { items: ['Item', 'ItemGlobal'], records: ['Record'], fields: ['A', 'B'] };
const histories = collectHistories(
  shape,
  ([a, b]) => `${a}/${b}`,
  (history) => history.join(),
);
const list = collectList('Row', ['A', 'B'], ([a, b]) => `${a}/${b}`);

/** What a collector makes of the rows of one answer. */
function collect<Result>(
  start: () => { sink: Parameters<typeof createSoapReader>[1]; result(): Result },
  rows: string,
) {
  const { sink, result } = start();
  const reader = createSoapReader('GetResponse', sink);
  reader.write(`<e:Envelope><e:Body><GetResponse><GetResult>${rows}</GetResult></GetResponse></e:Body></e:Envelope>`);
  reader.end();
  try {
    const collected = result();
    return collected instanceof Map ? [...collected] : collected;
  } catch (error) {
    if (error instanceof XmlProblem) return error.kind;
    throw error;
  }
}

const item = (id: number, records: string, name = 'Item'): string =>
  `<${name}><EmployeeId>${id}</EmployeeId><Records>${records}</Records></${name}>`;

describe('collectHistories', () => {
  it('gives per employee what was picked, under every known name of the item, nested fields included', () => {
    const rows =
      item(1, '<Record><A>x</A><In><B>y</B></In><C>-</C></Record><Record><B>z</B></Record>') +
      item(2, '<Record><A>u</A></Record>', 'ItemGlobal');
    expect(collect(histories, rows)).toEqual([
      ['1', 'x/y,/z'],
      ['2', 'u/'],
    ]);
  });

  it.each([
    ['left out', '<Item><EmployeeId>1</EmployeeId></Item>'],
    ['nil', '<Item><EmployeeId>1</EmployeeId><Records xsi:nil="true"/></Item>'],
    ['empty', item(1, '')],
    ['with an empty record', item(1, '<Record/>')],
  ])('gives an employee whose records are %s none', (_name, rows) => {
    expect(collect(histories, rows)).toEqual([['1', '']]);
  });

  it('reads a field that came later beside what it knows', () => {
    expect(collect(histories, '<Item><EmployeeId>1</EmployeeId><Number>5</Number></Item>')).toEqual([['1', '']]);
  });

  it('refuses a whole answer in a form it does not know, instead of taking it for nothing', () => {
    expect(collect(histories, item(1, '<Record_V9><A>x</A></Record_V9>'))).toBe('invalid');
    expect(collect(histories, item(1, '<Record><A>x</A></Record>', 'Item_V9'))).toBe('invalid');
  });

  it('refuses an employee without an id', () => {
    expect(() => collect(histories, item(Number.NaN, ''))).toThrow(XmlProblem);
  });
});

describe('collectList', () => {
  it('gives every row, and nothing for none', () => {
    expect(collect(list, '<Row><A>1</A></Row><Row><B>2</B></Row>')).toEqual(['1/', '/2']);
    expect(collect(list, '')).toEqual([]);
  });

  it('refuses rows of which it knows none', () => {
    expect(collect(list, '<Row_V9><A>1</A></Row_V9>')).toBe('invalid');
  });
});
