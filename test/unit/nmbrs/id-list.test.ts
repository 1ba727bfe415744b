import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packIds, unpackIds } from '../../../utils/connectors/nmbrs/id-list.ts';
import { atOnce } from '../../../utils/core/parts.ts';

describe('packIds', () => {
  it('gives back every id once, ascending', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), (numbers) => {
        const ids = numbers.map(String);
        expect(atOnce(unpackIds(atOnce(packIds(ids))))).toEqual(
          Array.from(new Set(numbers), Number)
            .sort((a, b) => a - b)
            .map(String),
        );
      }),
    );
  });

  it('takes less than three characters for each of ten thousand neighbours', () => {
    expect(atOnce(packIds(Array.from({ length: 10_000 }, (_, at) => String(500_000 + 7 * at)))).length).toBeLessThan(
      30_000,
    );
  });
});
