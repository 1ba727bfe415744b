import { describe, expect, it } from 'vitest';
import {
  type Branch,
  buildForest,
  type OrganisationNode,
  unfoldTo,
  unfoldTop,
} from '../../../utils/ui/organisation/forest.ts';

const person = (id: string, managerId: string | null, active = true): OrganisationNode => ({
  id,
  name: id,
  title: null,
  managerId,
  company: 'Acme',
  department: null,
  active,
});
const count = (branches: readonly Branch[]): number =>
  branches.reduce((sum, { reports }) => sum + 1 + count(reports), 0);

describe('the reporting lines', () => {
  it('hang below those who have nobody above them', () => {
    const { roots, alone, inLoop } = buildForest([
      person('boss', null),
      person('lead', 'boss'),
      person('worker', 'lead'),
      person('apart', null),
      person('gone', 'boss', false),
      person('orphan', 'nobody'),
    ]);
    expect(roots.map(({ node, below }) => [node.id, below])).toEqual([['boss', 2]]);
    expect(alone.map(({ id }) => id)).toEqual(['apart', 'orphan']);
    expect(inLoop).toEqual([]);
  });

  it('open a loop and still have everybody once', () => {
    const { roots, inLoop, alone } = buildForest([
      person('a', 'b'),
      person('b', 'c'),
      person('c', 'a'),
      person('below', 'a'),
      person('own', 'own'),
    ]);
    expect(inLoop.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'own']);
    expect(count(roots) + alone.length).toBe(5);
  });

  it('grow deep and wide without trouble', () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      person(String(at), at === 0 ? null : String(Math.floor((at - 1) / 8))),
    );
    expect(buildForest(many).roots[0]?.below).toBe(9_999);
  });

  it('unfold the way to somebody, and as much at first as fits', () => {
    const { roots } = buildForest([
      person('boss', null),
      person('lead', 'boss'),
      person('other', 'boss'),
      person('worker', 'lead'),
    ]);
    expect([...unfoldTo(roots, ({ id }) => id === 'worker')].sort()).toEqual(['boss', 'lead']);
    expect([...unfoldTop(roots, 3)]).toEqual(['boss']);
    expect([...unfoldTop(roots, 2)]).toEqual([]);
    expect([...unfoldTop(roots, 9)].sort()).toEqual(['boss', 'lead']);
  });
});
