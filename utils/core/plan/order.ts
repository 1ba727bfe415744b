import { filterInParts, forEachInParts, mapInParts, type Parts, sortInParts } from '../parts.ts';
import { compareSourceIds } from '../people/select.ts';
import type { Change } from './change.ts';
import type { Draft } from './draft.ts';

/**
 * The order of execution: creates and updates, managers before their reports; second passes where managers go round in a circle;
 * disables, reports before their managers; skips. Otherwise by family name and id, whatever order the drafts came in.
 *
 * A disabled user can be nobody's manager in Javelo and have none (javelo-scim.md §2.2): reports lose a leaver before he is
 * disabled, and a manager is reactivated or renamed before anybody is given him.
 */
export function* orderChanges(drafts: readonly Draft[]): Parts<readonly Change[]> {
  const sorted = yield* sortInParts(drafts, compareDrafts);
  const [writes, disables, skips]: [Change[], Change[], Change[]] = [[], [], []];
  yield* forEachInParts(sorted, ({ change }) => {
    if (change.action === 'skip') skips.push(change);
    else if (change.action === 'disable') disables.push(change);
    else writes.push(change);
  });
  return [...(yield* orderWrites(writes)), ...(yield* orderDisables(disables)), ...skips];
}

function* orderWrites(changes: readonly Change[]): Parts<readonly Change[]> {
  const newUserName = new Map<string, Change>();
  const freedUserName = new Map<string, Change>();
  yield* forEachInParts(changes, (change) => {
    const { after, before } = change;
    if (change.action === 'create' || after.userName !== undefined || after.active === true) {
      if (change.userName !== null) newUserName.set(change.userName.toLowerCase(), change);
    }
    if (typeof before.userName === 'string') freedUserName.set(before.userName.toLowerCase(), change);
  });
  const manager = (change: Change) => lookUp(newUserName, change.after.managerUserName);
  const formerHolder = (change: Change) => lookUp(freedUserName, change.after.userName);
  const { order, broken } = yield* visitInOrder(changes, (change) => [manager(change), formerHolder(change)]);

  const secondPasses: Change[] = [];
  const firstPasses = yield* mapInParts(order, (change) => {
    const until = manager(change);
    if (until === undefined || !broken.get(change)?.has(until)) return change;
    const { managerUserName, ...after } = change.after;
    const { managerUserName: managerBefore = null, ...before } = change.before;
    secondPasses.push({
      ...change,
      action: 'update',
      reason: 'manager-second-pass',
      params: { manager: managerUserName ?? '' },
      before: { managerUserName: managerBefore },
      after: { managerUserName: managerUserName ?? null },
    });
    return { ...change, before, after };
  });
  const worthwhile = yield* filterInParts(firstPasses, (change) => Object.keys(change.after).length > 0);
  return [...worthwhile, ...secondPasses];
}

/** A leaver's own report who leaves too is written first, while his manager can still be changed. */
function* orderDisables(changes: readonly Change[]): Parts<readonly Change[]> {
  const byUserName = new Map<string, Change>();
  yield* forEachInParts(changes, (change) => {
    if (change.userName !== null) byUserName.set(change.userName.toLowerCase(), change);
  });
  const { order } = yield* visitInOrder([...changes].reverse(), (change) => [
    lookUp(byUserName, change.before.managerUserName),
  ]);
  return [...order].reverse();
}

/**
 * Depth first, dependencies before dependents, with a stack of its own: a chain of command may be deeper than the call stack.
 * A dependency that closes a circle is left out and told in `broken`.
 */
function* visitInOrder(
  changes: readonly Change[],
  dependenciesOf: (change: Change) => readonly (Change | undefined)[],
): Parts<{ readonly order: readonly Change[]; readonly broken: ReadonlyMap<Change, ReadonlySet<Change>> }> {
  const order: Change[] = [];
  const broken = new Map<Change, Set<Change>>();
  const state = new Map<Change, 'open' | 'done'>();
  for (const start of changes) {
    if (state.has(start)) continue;
    const stack = [start];
    while (stack.length > 0) {
      const change = stack.at(-1) as Change;
      state.set(change, 'open');
      let waits = false;
      for (const dependency of dependenciesOf(change)) {
        if (dependency === undefined || dependency === change || state.get(dependency) === 'done') continue;
        if (state.get(dependency) === 'open') {
          addTo(broken, change, dependency);
        } else {
          stack.push(dependency);
          waits = true;
          break;
        }
      }
      if (waits) continue;
      stack.pop();
      state.set(change, 'done');
      order.push(change);
      if (order.length % 100 === 0) yield;
    }
  }
  return { order, broken };
}

function addTo(broken: Map<Change, Set<Change>>, change: Change, dependency: Change): void {
  const known = broken.get(change);
  if (known === undefined) broken.set(change, new Set([dependency]));
  else known.add(dependency);
}

function lookUp(index: ReadonlyMap<string, Change>, userName: string | null | undefined): Change | undefined {
  return typeof userName === 'string' ? index.get(userName.toLowerCase()) : undefined;
}

function compareDrafts(a: Draft, b: Draft): number {
  if (a.sortKey !== b.sortKey) return a.sortKey < b.sortKey ? -1 : 1;
  return compareSourceIds(a.change.sourceId ?? ('' as never), b.change.sourceId ?? ('' as never));
}
