import { describe, expect, test } from 'vitest';
import { type ContractRecord, pickContractType } from '../../../../utils/core/normalise/contract.ts';
import {
  decideStatus,
  type EmploymentRecord,
  latestEmployment,
  pickFirstHiredOn,
} from '../../../../utils/core/normalise/employment.ts';
import { parsePeriod, pickCurrent } from '../../../../utils/core/normalise/period.ts';
import { day } from '../samples.ts';

const today = day('2026-03-15');

describe('periods (R4)', () => {
  test.each([
    ['2010-5-M', { year: 2010, period: 5 }],
    ['2026-13-4W', { year: 2026, period: 13 }],
    ['2026-12', { year: 2026, period: 12 }],
    ['2026-0-M', null],
    ['2026-54-W', null],
    ['nonsense', null],
    [null, null],
  ])('%j is %j', (text, expected) => {
    expect(parsePeriod(text)).toEqual(expected);
  });

  const at = (startYear: number, startPeriod: number, value: string, createdAt: string | null = null) => ({
    startYear,
    startPeriod,
    createdAt,
    value,
  });
  const current = { year: 2026, period: 3 };

  test('the latest that has begun counts, whatever the order', () => {
    const history = [at(2026, 4, 'future'), at(2025, 12, 'old'), at(2026, 3, 'now'), at(2026, 1, 'older')];
    expect(pickCurrent(history, current)?.value).toBe('now');
    expect(pickCurrent([...history].reverse(), current)?.value).toBe('now');
  });
  test('nothing has begun: nothing', () => {
    expect(pickCurrent([at(2026, 4, 'future'), at(2027, 1, 'later')], current)).toBeNull();
    expect(pickCurrent([], current)).toBeNull();
  });
  test('ties go to the latest entered, as time and nil first', () => {
    const history = [
      at(2026, 1, 'second', '2026-01-02T10:00:00.5'),
      at(2026, 1, 'first', '2026-01-02T10:00:00'),
      at(2026, 1, 'nil', null),
    ];
    expect(pickCurrent(history, current)?.value).toBe('second');
    expect(pickCurrent([...history].reverse(), current)?.value).toBe('second');
  });
  test('an unknown current period bounds nothing', () => {
    expect(pickCurrent([at(2026, 4, 'future'), at(2025, 1, 'old')], null)?.value).toBe('future');
  });
});

describe('contract type (R11)', () => {
  const contract = (over: Partial<ContractRecord>): ContractRecord => ({
    contractId: 1,
    createdAt: '2018-01-15T10:22:31',
    startsOn: day('2018-02-01'),
    endsOn: null,
    indefinite: true,
    ...over,
  });
  test.each<[string, ContractRecord[], string | null]>([
    ['none', [], null],
    ['indefinite', [contract({})], 'permanent'],
    ['not indefinite', [contract({ indefinite: false })], 'fixed term'],
    ['nil with an end', [contract({ indefinite: null, endsOn: day('2027-01-01') })], 'fixed term'],
    ['nil without an end', [contract({ indefinite: null })], null],
    ['not begun', [contract({ startsOn: day('2026-03-16') })], null],
    ['begins today', [contract({ startsOn: today, indefinite: false })], 'fixed term'],
    [
      'the one begun last',
      [contract({}), contract({ contractId: 2, startsOn: day('2024-01-01'), indefinite: false })],
      'fixed term',
    ],
    [
      'same start: the latest entered',
      [
        contract({ contractId: 2, indefinite: false, createdAt: '2018-01-16T00:00:00' }),
        contract({ contractId: 3, createdAt: null }),
      ],
      'fixed term',
    ],
    [
      'same start, same entry: the greatest id',
      [contract({ contractId: 5 }), contract({ contractId: 4, indefinite: false })],
      'permanent',
    ],
    [
      'a doubled id: the latest entered',
      [
        contract({ createdAt: '2020-01-01T00:00:00', startsOn: day('2017-01-01'), indefinite: false }),
        contract({ createdAt: '2019-01-01T00:00:00' }),
      ],
      'fixed term',
    ],
  ])('%s', (_, contracts, expected) => {
    expect(pickContractType(contracts, today)).toBe(expected);
    expect(pickContractType([...contracts].reverse(), today)).toBe(expected);
  });
});

describe('employments (R1, R12)', () => {
  const employment = (startsOn: string | null, endsOn: string | null = null, initialStartsOn: string | null = null) =>
    ({
      createdAt: null,
      startsOn: startsOn === null ? null : day(startsOn),
      endsOn: endsOn === null ? null : day(endsOn),
      initialStartsOn: initialStartsOn === null ? null : day(initialStartsOn),
    }) satisfies EmploymentRecord;

  test.each([
    ['active', [], 'active'],
    ['active', [employment('2018-02-01')], 'active'],
    ['active', [employment('2026-03-16')], 'future'],
    ['active', [employment('2026-03-15')], 'active'],
    ['active', [employment('2018-02-01', '2026-03-14')], 'left'],
    ['active', [employment('2018-02-01', '2026-03-15')], 'active'],
    ['active', [employment('2010-01-01', '2015-01-01'), employment('2018-02-01')], 'active'],
    ['former', [employment('2018-02-01')], 'left'],
    [null, [employment('2018-02-01')], 'other'],
  ] as const)('listed %s with %j is %s', (listing, employments, expected) => {
    expect(decideStatus(listing, employments, today)).toBe(expected);
    expect(decideStatus(listing, [...employments].reverse(), today)).toBe(expected);
  });

  test('of two that start on one day the open one counts', () => {
    const [ended, open] = [employment('2018-02-01', '2019-01-01'), employment('2018-02-01')];
    expect(latestEmployment([ended, open])).toBe(open);
    expect(latestEmployment([open, ended])).toBe(open);
  });

  test.each([
    [[employment('2018-02-01', null, '2016-05-01')], '2016-05-01'],
    [[employment('2018-02-01'), employment('2010-01-01', '2012-01-01')], '2010-01-01'],
    [[employment('2026-04-01', null, '2001-01-01'), employment('2018-02-01', null, '2017-01-01')], '2017-01-01'],
    [[employment('2026-05-01'), employment('2026-04-01', null, '2025-01-01')], '2025-01-01'],
    [[employment('2026-05-01'), employment('2026-04-01')], '2026-04-01'],
    [[employment(null)], null],
    [[], null],
  ])('first hired on of %j is %j', (employments, expected) => {
    expect(pickFirstHiredOn(employments, today)).toBe(expected);
    expect(pickFirstHiredOn([...employments].reverse(), today)).toBe(expected);
  });
});
