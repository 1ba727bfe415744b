import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type MappingContext, mapPerson as map } from '../../../utils/core/mapping/mapping.ts';
import {
  defaultMapping,
  isPossibleRule,
  type MappingRule,
  mappableAttributes,
  sourcesFor,
  takesConstant,
  transformationsFor,
} from '../../../utils/core/mapping/mapping-rule.ts';
import type { Person } from '../../../utils/core/person.ts';
import { defaultPolicy, type Policy } from '../../../utils/core/policy.ts';
import { person } from './samples.ts';

const nothing = new Set<never>();

function mapPerson(
  of: Person,
  managerUserName: string | null | undefined,
  unread: MappingContext['unread'] = nothing,
  policy: Policy = defaultPolicy,
  isNew = false,
) {
  return map(of, { managerUserName, unread, policy, isNew });
}

/** One attribute by another rule. */
const withRule = (attribute: keyof typeof defaultMapping, over: Partial<MappingRule>): Policy => ({
  ...defaultPolicy,
  mapping: { [attribute]: { ...defaultMapping[attribute], ...over } },
});

test('a whole person becomes a whole account', () => {
  expect(
    mapPerson(person('1', { workEmail: ' P1@Acme.example' }), 'boss@acme.example', nothing, defaultPolicy),
  ).toEqual({
    externalId: '1',
    userName: 'p1@acme.example',
    givenName: 'Given1',
    familyName: 'Family1',
    active: true,
    managerUserName: 'boss@acme.example',
    gender: 'female',
    birthDate: '1980-04-01',
    title: 'Cook',
    phoneNumber: '+31612345678',
    employeeNumber: 'N1',
    contractType: 'permanent',
    firstHiredOn: '2018-02-01',
    department: 'Kitchen',
  });
});

const bare = person('1', {
  gender: null,
  birthDate: null,
  job: null,
  phoneNumber: null,
  employeeNumber: null,
  contractType: null,
  firstHiredOn: null,
  department: null,
});

test('what has no value is not spoken of, but a manager who is none is cleared (R17)', () => {
  expect(mapPerson(bare, null, nothing, defaultPolicy)).toEqual({
    externalId: '1',
    userName: 'p1@acme.example',
    givenName: 'Given1',
    familyName: 'Family1',
    active: true,
    managerUserName: null,
  });
});

test('a manager who is not to be spoken of is not', () => {
  expect(mapPerson(person('1'), undefined, nothing, defaultPolicy)).not.toHaveProperty('managerUserName');
});

test('the mapping clears what it names, if it could be read', () => {
  const whenEmpty = 'clear';
  const mapping = {
    title: { ...defaultMapping.title, whenEmpty },
    phoneNumber: { ...defaultMapping.phoneNumber, whenEmpty },
    managerUserName: { ...defaultMapping.managerUserName, whenEmpty: 'keep' },
  } as const;
  const desired = mapPerson(bare, null, new Set(['phoneNumber' as const]), { ...defaultPolicy, mapping });
  expect(desired).toHaveProperty('title', null);
  expect(desired).not.toHaveProperty('phoneNumber');
  expect(desired).not.toHaveProperty('managerUserName');
});

test('what could not be read or is excluded is not spoken of, whatever its value', () => {
  const policy = { ...defaultPolicy, excludedAttributes: ['birthDate', 'userName', 'externalId', 'active'] } as const;
  const desired = mapPerson(person('1'), 'boss@acme.example', new Set(['job', 'manager'] as const), policy);
  expect(desired).not.toHaveProperty('birthDate');
  expect(desired).not.toHaveProperty('title');
  expect(desired).not.toHaveProperty('managerUserName');
  expect(desired).toMatchObject({ userName: 'p1@acme.example', externalId: '1', active: true });
});

describe('a rule of the admin', () => {
  const constant = (text: string) => ({ from: 'constant', text }) as const;
  const from = (
    attribute: 'job' | 'firstHiredOn' | 'phoneNumber' | 'companyName',
    transformation: 'as-is' | 'day-first' | 'phone-00' | 'upper-case',
  ) => ({ from: 'source', attribute, transformation }) as const;

  it.each([
    ['a fixed text', withRule('contractType', { value: constant(' Employee ') }), { contractType: 'Employee' }],
    ['another source', withRule('department', { value: from('companyName', 'as-is') }), { department: 'Acme' }],
    ['capitals', withRule('title', { value: from('job', 'upper-case') }), { title: 'COOK' }],
    ['a day, day first', withRule('title', { value: from('firstHiredOn', 'day-first') }), { title: '01-02-2018' }],
    [
      'a phone number with 00',
      withRule('phoneNumber', { value: from('phoneNumber', 'phone-00') }),
      { phoneNumber: '0031612345678' },
    ],
  ] as const)('writes %s', (_, policy, expected) => {
    expect(mapPerson(person('1'), null, nothing, policy)).toMatchObject(expected);
  });

  it('drops leading zeros of an employee number, but not the last one', () => {
    const value = { from: 'source', attribute: 'employeeNumber', transformation: 'without-leading-zeros' } as const;
    const policy = withRule('employeeNumber', { value });
    expect(mapPerson(person('1', { employeeNumber: '0012' }), null, nothing, policy).employeeNumber).toBe('12');
    expect(mapPerson(person('1', { employeeNumber: '000' }), null, nothing, policy).employeeNumber).toBe('0');
  });

  it('writes only into new accounts what is written on creation only', () => {
    const policy = withRule('title', { write: 'on-create' });
    expect(mapPerson(person('1'), null, nothing, policy, true)).toHaveProperty('title', 'Cook');
    expect(mapPerson(person('1'), null, nothing, policy, false)).not.toHaveProperty('title');
  });

  it('reads another attribute than its own, and is silent where that one could not be read', () => {
    const policy = withRule('department', { value: from('job', 'as-is') });
    expect(mapPerson(person('1'), null, new Set(['job' as const]), policy)).not.toHaveProperty('department');
    expect(mapPerson(person('1'), null, new Set(['department' as const]), policy)).toHaveProperty('department', 'Cook');
  });

  const rules = fc.constantFrom(...mappableAttributes).chain((attribute) =>
    fc.record({
      attribute: fc.constant(attribute),
      rule: fc.record({
        value: fc.oneof(
          fc.constantFrom(...sourcesFor(attribute)).chain((source) =>
            fc.constantFrom(...transformationsFor(attribute, source)).map((transformation) => ({
              from: 'source' as const,
              attribute: source,
              transformation,
            })),
          ),
          fc.string({ minLength: 1, maxLength: 40 }).map(constant),
        ),
        write: fc.constantFrom('always', 'on-create', 'never'),
        whenEmpty: fc.constantFrom('keep', 'clear'),
      }),
    }),
  );

  it('never changes identity and state, nor any attribute but its own', () => {
    fc.assert(
      fc.property(rules, fc.boolean(), ({ attribute, rule }, isNew) => {
        fc.pre(isPossibleRule(attribute, rule));
        const { [attribute]: _before, ...before } = mapPerson(
          person('1'),
          'boss@acme.example',
          nothing,
          defaultPolicy,
          isNew,
        );
        const { [attribute]: after, ...rest } = mapPerson(
          person('1'),
          'boss@acme.example',
          nothing,
          withRule(attribute, rule),
          isNew,
        );
        expect(rest).toEqual(before);
        expect(after === undefined).toBe(rule.write === 'never' || (rule.write === 'on-create' && !isNew));
      }),
    );
  });

  it('is possible by default, and never a fixed text for what tells people apart', () => {
    for (const attribute of mappableAttributes) expect(isPossibleRule(attribute, defaultMapping[attribute])).toBe(true);
    const fixed = mappableAttributes.filter((attribute) => takesConstant(attribute));
    expect(fixed).toEqual(['title', 'phoneNumber', 'contractType', 'department']);
    expect(isPossibleRule('gender', { ...defaultMapping.gender, value: constant('male') })).toBe(false);
    expect(isPossibleRule('title', { ...defaultMapping.title, value: constant(' ') })).toBe(false);
  });
});
