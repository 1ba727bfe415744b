import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromColumns, toColumns } from '../../../../utils/storage/packed/columns.ts';
import { packRows, unpackRows } from '../../../../utils/storage/packed/pack.ts';

it('gives back any rows, also such as no table of ours has', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (rows) => {
      // As the disk has them: -0 is 0 in JSON.
      const plain = JSON.parse(JSON.stringify(rows)) as unknown[];
      expect(fromColumns(JSON.parse(JSON.stringify(toColumns(plain))))).toEqual(plain);
    }),
    { numRuns: 500 },
  );
});

it('gives back rows of one kind with keys that some do not have', () => {
  const row = fc.record(
    {
      id: fc.string(),
      error: fc.option(fc.record({ code: fc.string() })),
      list: fc.array(fc.record({ to: fc.jsonValue() })),
    },
    { requiredKeys: ['id'] },
  );
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const plain = JSON.parse(JSON.stringify(rows)) as unknown[];
      expect(unpackRows(packRows(plain))).toEqual(plain);
    }),
  );
});

it('a key that is undefined is no key', () => {
  expect(
    unpackRows(
      packRows([
        { a: 1, b: undefined },
        { a: 2, b: 3 },
      ]),
    ),
  ).toEqual([{ a: 1 }, { a: 2, b: 3 }]);
});

it('bytes that are damaged are no rows', () => {
  const bytes = packRows([{ a: 'some text that is long enough' }, { a: 'and another one' }]);
  expect(unpackRows(bytes.slice(0, bytes.length / 2))).toBeNull();
  expect(unpackRows(new Uint8Array([1, 2, 3]))).toBeNull();
});
