import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginHash, hashText } from '../../../utils/core/hash.ts';
import type { RunId } from '../../../utils/core/ids.ts';
import { atOnce, collectInParts, mapInParts, type Parts, sortInParts } from '../../../utils/core/parts.ts';
import { buildPlanInParts } from '../../../utils/core/plan/plan.ts';
import { defaultPolicy } from '../../../utils/core/policy.ts';
import { sealSnapshot } from '../../../utils/core/snapshot.ts';
import { aCompany, accountOf, evidenceOf } from '../../support/company.ts';

const numbered = fc.array(fc.record({ key: fc.integer({ min: 0, max: 20 }) }), { maxLength: 9_000, size: 'max' });

it('sorts as `toSorted` does, equal ones in the order they came in', () => {
  const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
  fc.assert(
    fc.property(numbered, (items) => {
      expect(atOnce(sortInParts(items, byKey))).toEqual(items.toSorted(byKey));
    }),
    { numRuns: 20 },
  );
});

it('maps and collects as an array does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (items) => {
      expect(atOnce(mapInParts(items, (item) => item * 2))).toEqual(items.map((item) => item * 2));
      const odd = (item: number) => (item % 2 === 0 ? [] : [item, -item]);
      expect(atOnce(collectInParts(items, odd))).toEqual(items.flatMap(odd));
    }),
  );
});

it('a hash of pieces is the hash of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (pieces) => {
      const hash = beginHash();
      for (const piece of pieces) hash.add(piece);
      expect(hash.end()).toBe(hashText(pieces.join('')));
    }),
  );
});

it('a large company is planned in many short parts', () => {
  const people = aCompany(5_000);
  const accounts = people.map((person) => ({ ...accountOf(person), title: 'Old' }));
  const plan = buildPlanInParts({
    snapshot: sealSnapshot([...people], evidenceOf(people)),
    accounts,
    links: new Map(),
    policy: defaultPolicy,
    runId: 'run-1' as RunId,
    previous: null,
  });
  // At every hundred of the five thousand, in each of a dozen passes over them.
  expect(countParts(plan)).toBeGreaterThan(500);
});

function countParts(parts: Parts<unknown>): number {
  let count = 1;
  while (!parts.next().done) count += 1;
  return count;
}
