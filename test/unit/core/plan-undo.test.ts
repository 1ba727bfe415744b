import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Account, accountAttributes } from '../../../utils/core/account.ts';
import type { TargetId } from '../../../utils/core/ids.ts';
import type { LogEntry, ModifiedProperty } from '../../../utils/core/log/log-entry.ts';
import { buildUndo } from '../../../utils/core/plan/plan-undo.ts';
import { defaultPolicy } from '../../../utils/core/policy.ts';
import { anAccount, anEntry } from '../../support/journal-rows.ts';

const free = accountAttributes.filter(
  (attribute) => !['externalId', 'userName', 'active', 'managerUserName', 'phoneNumber'].includes(attribute),
);
const value = fc.option(fc.constantFrom('a', 'b', 'c'));

/** A row of an update from some old values to some new ones, and the account as it is by now. */
const cases = fc
  .uniqueArray(fc.record({ attribute: fc.constantFrom(...free), from: value, to: value, now: value }), {
    selector: ({ attribute }) => attribute,
  })
  .map((properties) => {
    const modified: ModifiedProperty[] = properties.map(({ attribute, from, to }) => ({ attribute, from, to }));
    const now = Object.fromEntries(properties.map(({ attribute, now: present }) => [attribute, present]));
    const account = { ...anAccount('1'), ...now } as Account;
    const entry: LogEntry = anEntry('r1', 1, {
      outcome: 'updated',
      reason: 'attributes-differ',
      targetId: 't1' as TargetId,
      modified,
    });
    return { account, entry, properties };
  });

const plan = (account: Account, ...entries: LogEntry[]) =>
  buildUndo({ entries, accounts: [account], links: new Map(), policy: defaultPolicy, previous: null });

it('restores exactly the values that are still what the run wrote', () => {
  fc.assert(
    fc.property(cases, ({ account, entry, properties }) => {
      const [change] = plan(account, entry).changes;
      const expected = properties.filter(({ from, to, now }) => now === to && now !== from);
      expect(change?.after).toEqual(Object.fromEntries(expected.map(({ attribute, from }) => [attribute, from])));
      expect(change?.before).toEqual(Object.fromEntries(expected.map(({ attribute, to }) => [attribute, to])));
      const kept = properties
        .filter(({ from, to, now }) => now !== to && now !== from)
        .map(({ attribute }) => attribute);
      expect(change?.params).toEqual(kept.length === 0 ? {} : { changedSince: kept.join(', ') });
    }),
  );
});

it('has nothing left to do once it has been carried out', () => {
  fc.assert(
    fc.property(cases, ({ account, entry }) => {
      const [change] = plan(account, entry).changes;
      const [again] = plan({ ...account, ...change?.after } as Account, entry).changes;
      expect(again?.action).toBe('skip');
    }),
  );
});

it('never gives anybody a manager who is switched off', () => {
  const modified = [{ attribute: 'managerUserName', from: 'boss@acme.example', to: null }] as const;
  const entry = anEntry('r1', 1, {
    outcome: 'updated',
    targetId: 't1' as TargetId,
    reason: 'attributes-differ',
    modified,
  });
  const boss = (active: boolean) => anAccount('9', { userName: 'boss@acme.example', active });
  const undo = (active: boolean) =>
    buildUndo({
      entries: [entry],
      accounts: [anAccount('1'), boss(active)],
      links: new Map(),
      policy: defaultPolicy,
      previous: null,
    });
  expect(undo(true).changes[0]?.after).toEqual({ managerUserName: 'boss@acme.example' });
  expect(undo(false).changes[0]).toMatchObject({ action: 'skip', reason: 'changed-since' });
});

it('switches off an account that was made but not finished, and leaves rows alone that wrote nothing', () => {
  const unfinished = anEntry('r1', 1, { outcome: 'failed', targetId: 't1' as TargetId });
  expect(plan(anAccount('1'), unfinished).changes).toMatchObject([{ action: 'disable', reason: 'undone' }]);
  const written = ['unchanged', 'skipped', 'waiting'] as const;
  expect(plan(anAccount('1'), ...written.map((outcome, seq) => anEntry('r1', seq, { outcome }))).changes).toEqual([]);
});
