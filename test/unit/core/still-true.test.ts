import { describe, expect, it } from 'vitest';
import type { TargetId } from '../../../utils/core/ids.ts';
import { indexAccounts } from '../../../utils/core/match/account-index.ts';
import type { Change } from '../../../utils/core/plan/change.ts';
import { isStillTrue } from '../../../utils/core/plan/still-true.ts';
import { aChange, anAccount } from '../../support/journal-rows.ts';

const update = (over: Partial<Change> = {}) =>
  aChange('1', {
    action: 'update',
    targetId: 't1' as TargetId,
    before: { title: 'Cook', managerUserName: null },
    after: { title: 'Baker', managerUserName: 'boss@acme.example' },
    ...over,
  });
const judge = (change: Change, ...accounts: Parameters<typeof anAccount>[1][]) =>
  isStillTrue(change, indexAccounts(accounts.map((over, at) => anAccount(String(at + 1), over))));

describe('a change is still true', () => {
  it.each<[string, boolean, Parameters<typeof anAccount>[1]]>([
    ['while the account is as it was', true, { title: 'Cook' }],
    ['where somebody has done it already', true, { title: 'Baker', managerUserName: 'boss@acme.example' }],
    ['whatever else has changed', true, { title: 'Cook', department: 'Bar' }],
    ['not once the value is a third one', false, { title: 'Chef' }],
    ['not once the manager is another', false, { title: 'Cook', managerUserName: 'other@acme.example' }],
  ])('%s', (_, expected, account) => {
    expect(judge(update(), account)).toBe(expected);
  });

  it('not once the account is gone', () => {
    expect(judge(update())).toBe(false);
  });

  it('for a new account while nobody has its id or its login', () => {
    expect(judge(aChange('9'), {})).toBe(true);
    expect(judge(aChange('9'), { externalId: '9' })).toBe(false);
    expect(judge(aChange('9'), { userName: 'P9@acme.example' })).toBe(false);
  });

  it('for a second pass of somebody who is made in the same plan', () => {
    expect(judge(update({ targetId: null }))).toBe(true);
  });
});
