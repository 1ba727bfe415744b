import { describe, expect, test } from 'vitest';
import type { Account } from '../../../utils/core/account.ts';
import { matchAccounts } from '../../../utils/core/match/match.ts';
import type { MatchInput } from '../../../utils/core/match/person-match.ts';
import { selectPeople } from '../../../utils/core/people/select.ts';
import type { Person } from '../../../utils/core/person.ts';
import { account, bareAccount, day, links, person } from './samples.ts';

function match(people: Person[], accounts: Account[], over: Partial<MatchInput> = {}) {
  const input = { people, accounts, selection: selectPeople(people), links: links(), complete: true, ...over };
  const { matches } = matchAccounts(input);
  return people.map(({ sourceId }) => {
    const found = matches.get(sourceId);
    if (found === undefined) return null;
    if (found.kind === 'matched') return `${found.account.targetId} by ${found.evidence.by}`;
    return found.kind === 'conflict' ? found.reason : `superseded by ${found.by}`;
  });
}
const mine = { workEmail: 'me@acme.example', employeeNumber: '00123' };

describe('precedence', () => {
  const byLink = bareAccount('1', 'a@acme.example');
  const byExternalId = bareAccount('2', 'b@acme.example', { externalId: '9' });
  const byNumber = bareAccount('3', 'c@acme.example', { employeeNumber: '00123' });
  const byUserName = bareAccount('4', 'ME@acme.example');
  const linked = { links: links(['9', '1']) };

  test.each<[string, Account[], Partial<MatchInput>, string | null]>([
    ['link', [byLink, byExternalId, byNumber], linked, 't1 by link'],
    ['link to an account that vanished', [byExternalId, byNumber], linked, 't2 by externalId'],
    ['externalId', [byExternalId, byNumber], {}, 't2 by externalId'],
    ['employee number', [byNumber], {}, 't3 by employeeNumber'],
    ['userName, in any case', [byUserName], {}, 't4 by userName'],
    ['nothing', [byLink], {}, null],
  ])('%s', (_, accounts, over, expected) => {
    expect(match([person('9', mine)], accounts, over)).toEqual([expected]);
    expect(match([person('9', mine)], [...accounts].reverse(), over)).toEqual([expected]);
  });
});

describe('an employee number counts only where it is beyond doubt', () => {
  const numbered = bareAccount('3', 'c@acme.example', { employeeNumber: '00123' });
  test('00123 is not 123', () => {
    expect(match([person('9', { ...mine, employeeNumber: '123' })], [numbered])).toEqual([null]);
  });
  test('two people have it', () => {
    expect(match([person('9', mine), person('8', { employeeNumber: '00123' })], [numbered])).toEqual([null, null]);
  });
  test('two accounts have it', () => {
    const other = bareAccount('5', 'd@acme.example', { employeeNumber: '00123' });
    expect(match([person('9', mine)], [numbered, other])).toEqual([null]);
  });
  test('the account carries the id of somebody else', () => {
    const taken = { ...numbered, externalId: '8' };
    expect(match([person('9', mine), person('8', { status: 'left' })], [taken])).toEqual([null, 't3 by externalId']);
  });
  test('the account is linked to somebody else', () => {
    expect(match([person('9', mine), person('8')], [numbered], { links: links(['8', '3']) })).toEqual([
      null,
      't3 by link',
    ]);
  });
  test('an id of another system does not matter', () => {
    expect(match([person('9', mine)], [{ ...numbered, externalId: 'intranet-7' }])).toEqual(['t3 by employeeNumber']);
  });
});

describe('conflicts', () => {
  test('two accounts carry one id, or one login', () => {
    const [one, two] = [
      bareAccount('1', 'a@acme.example', { externalId: '9' }),
      bareAccount('2', 'b@acme.example', { externalId: '9' }),
    ];
    expect(match([person('9', mine)], [one, two])).toEqual(['match-ambiguous']);
    expect(
      match([person('9', mine)], [bareAccount('1', 'me@acme.example'), bareAccount('2', 'Me@acme.example')]),
    ).toEqual(['match-ambiguous']);
  });
  test('an account that was listed twice is one account', () => {
    const one = bareAccount('1', 'me@acme.example');
    expect(match([person('9', mine)], [one, one])).toEqual(['t1 by userName']);
  });
  test('one account for two people is a conflict for both', () => {
    const theirs = bareAccount('1', 'me@acme.example', { externalId: '8' });
    expect(match([person('9', mine), person('8')], [theirs])).toEqual([
      'account-claimed-twice',
      'account-claimed-twice',
    ]);
  });
  test("a leaver's mailbox given to somebody else", () => {
    const theirs = bareAccount('1', 'me@acme.example', { externalId: '8' });
    const leaver = person('8', { status: 'left', birthDate: day('1960-01-01') });
    expect(match([person('9', mine), leaver], [theirs])).toEqual(['account-claimed-twice', 'account-claimed-twice']);
  });
  test('a login that another account has', () => {
    const [own, other] = [account('9'), bareAccount('1', 'new@acme.example')];
    expect(match([person('9', { workEmail: 'new@acme.example' })], [own, other])).toEqual(['match-ambiguous']);
  });
  test('a login that another account gives up in the same plan', () => {
    const people = [person('9', { workEmail: 'p8@acme.example' }), person('8', { workEmail: 'new@acme.example' })];
    expect(match(people, [account('9'), account('8')])).toEqual(['t9 by externalId', 't8 by externalId']);
  });
  test('a login that another account would give up if it were not in conflict itself', () => {
    const people = [person('9', { workEmail: 'p8@acme.example' }), person('8', { workEmail: 'new@acme.example' })];
    const accounts = [account('9'), account('8'), bareAccount('1', 'new@acme.example')];
    expect(match(people, accounts)).toEqual(['match-ambiguous', 'match-ambiguous']);
  });
});

describe('one human under several ids', () => {
  const human = { birthDate: day('1975-05-05'), familyName: 'de Vries' };
  const old = account('8', { userName: 'me@acme.example' });
  test('a re-hire takes over the account of the leaver he was', () => {
    const people = [person('9', { ...mine, ...human }), person('8', { ...human, status: 'left' })];
    expect(match(people, [old], { links: links(['8', '8']) })).toEqual(['t8 by userName', 'superseded by 9']);
  });
  test('and keeps it', () => {
    const people = [person('9', { ...mine }), person('8', { status: 'left', birthDate: null })];
    const taken = { ...old, externalId: '9' };
    expect(match(people, [taken], { links: links(['8', '8'], ['9', '8']) })).toEqual(['t8 by link', null]);
  });
  test('a re-hire takes over the account of an id that is gone', () => {
    expect(match([person('9', mine)], [old], { links: links(['8', '8']) })).toEqual(['t8 by userName']);
  });
  test('but not if the days of birth contradict, or the other may only be unread', () => {
    const over = { links: links(['8', '8']) };
    expect(match([person('9', { ...mine, birthDate: day('2001-01-01') })], [old], over)).toEqual([
      'account-claimed-twice',
    ]);
    expect(match([person('9', mine)], [old], { ...over, complete: false })).toEqual(['account-claimed-twice']);
  });
  test('links made in another environment of the target prove nothing where its ids are other people', () => {
    const people = [person('7'), person('8')];
    const swapped = [account('7', { externalId: '8' }), account('8', { externalId: '7' })];
    expect(match(people, swapped, { links: links(['7', '7'], ['8', '8']) })).toEqual([
      't8 by externalId',
      't7 by externalId',
    ]);
  });

  test('two old ids of one leaver name one account once', () => {
    const people = [person('7', { status: 'left' }), person('8', { status: 'left' })];
    expect(match(people, [old], { links: links(['7', '8']) })).toEqual(['t8 by link', 'superseded by 7']);
  });
});

test('who is no account is matched by proof only', () => {
  const people = [person('1', { status: 'left' }), person('2', { status: 'future' })];
  const accounts = [bareAccount('1', 'p1@acme.example'), bareAccount('2', 'x@acme.example', { externalId: '2' })];
  expect(match(people, accounts)).toEqual([null, 't2 by externalId']);
});
