import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPARISONS, type Filter, parseFilter, parsePatchPath } from '../../sandbox/javelo/scim/filter.ts';
import { ScimError } from '../../sandbox/javelo/scim/scim-error.ts';
import { ENTERPRISE, filter, JAVELO, open, person, type Send } from './scim-client.ts';

const path = fc.constantFrom(
  'userName',
  'name.givenName',
  'meta.lastModified',
  `${ENTERPRISE}:employeeNumber`,
  'active',
);
const value = fc.oneof(fc.string({ unit: 'binary' }), fc.boolean(), fc.constant(null), fc.integer());
const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constant('present' as const), path }),
  fc.record({ kind: fc.constant('compare' as const), path, comparison: fc.constantFrom(...COMPARISONS), value }),
);
const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('tree'), right: tie('tree') }),
    fc.record({ kind: fc.constant('not' as const), inner: tie('tree') }),
    fc.record({
      kind: fc.constant('valuePath' as const),
      path: fc.constantFrom('emails', 'phoneNumbers'),
      inner: leaf,
    }),
  ),
}));

/** Writes a tree as a client would: `loud` varies the case of the words, which means nothing. */
function print(node: Filter, loud: boolean): string {
  const word = (text: string): string => (loud ? text.toUpperCase() : text);
  const child = (inner: Filter): string =>
    inner.kind === 'and' || inner.kind === 'or' ? `( ${print(inner, loud)} )` : print(inner, loud);
  switch (node.kind) {
    case 'and':
    case 'or':
      return `${child(node.left)} ${word(node.kind)} ${child(node.right)}`;
    case 'not':
      return `${word('not')} (${print(node.inner, loud)})`;
    case 'present':
      return `${node.path} ${word('pr')}`;
    case 'compare':
      return `${node.path} ${word(node.comparison)} ${JSON.stringify(node.value)}`;
    case 'valuePath':
      return `${node.path}[${print(node.inner, loud)}]`;
  }
}

describe('the filter grammar', () => {
  it('reads back every tree that can be written, whatever the case and the quoting', () => {
    fc.assert(
      fc.property(tree, fc.boolean(), (wanted, loud) => {
        expect(parseFilter(print(wanted, loud), 'strict')).toEqual(wanted);
      }),
    );
  });

  it('answers any other text with invalidFilter and nothing else', () => {
    const pieces = fc.constantFrom(
      'userName',
      ' ',
      'eq',
      '"a"',
      '(',
      ')',
      '[',
      ']',
      'and',
      'not',
      'pr',
      '"',
      '\\',
      '.',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          try {
            parseFilter(text, 'strict');
          } catch (error) {
            expect(error).toBeInstanceOf(ScimError);
            expect(error).toMatchObject({ status: 400, scimType: 'invalidFilter' });
          }
        },
      ),
    );
  });

  it('binds and tighter than or, and not tightest', () => {
    const compare = (name: string): Filter => ({ kind: 'present', path: name });
    expect(parseFilter('a pr or b pr and not (c pr)', 'strict')).toEqual({
      kind: 'or',
      left: compare('a'),
      right: { kind: 'and', left: compare('b'), right: { kind: 'not', inner: compare('c') } },
    });
    expect(parseFilter('a pr or b pr or c pr', 'strict')).toEqual({
      kind: 'or',
      left: { kind: 'or', left: compare('a'), right: compare('b') },
      right: compare('c'),
    });
  });

  it('reads PATCH paths', () => {
    expect(parsePatchPath('emails[type eq "work"].value', 'strict')).toEqual({
      path: 'emails',
      filter: { kind: 'compare', path: 'type', comparison: 'eq', value: 'work' },
      sub: 'value',
    });
    expect(parsePatchPath(`${ENTERPRISE}:department`, 'strict').path).toBe(`${ENTERPRISE}:department`);
    expect(() => parsePatchPath('emails[type eq', 'strict')).toThrow(
      expect.objectContaining({ scimType: 'invalidPath' }),
    );
  });
});

const STAFF = [
  person('Ann@acme.example', {
    externalId: 'A1',
    title: 'Baker',
    name: { givenName: 'Ann', familyName: 'O"Neil' },
    phoneNumbers: [{ type: 'work', value: '+31201' }],
    [ENTERPRISE]: { employeeNumber: '00123' },
    [JAVELO]: { gender: 'female' },
  }),
  person('bob@acme.example', { externalId: 'a1', active: false, phoneNumbers: [{ type: 'home', value: '+31201' }] }),
  person('cy@acme.example', { title: 'baker', [ENTERPRISE]: { employeeNumber: '7' } }),
];

async function found(send: Send, text: string): Promise<string> {
  const { json, status } = await send('GET', filter(text));
  if (status !== 200) return `${status} ${json.scimType}`;
  expect(json.totalResults).toBe(json.Resources.length);
  return json.Resources.map((user) => user.userName.charAt(0).toLowerCase()).join('');
}

describe('what a filter finds', () => {
  it.each([
    ['userName eq "ANN@acme.example"', 'a'],
    ['USERNAME EQ "ann@acme.example"', 'a'],
    ['externalId eq "A1"', 'a'],
    ['externalId eq "a1"', 'b'],
    [`${ENTERPRISE}:employeeNumber eq "00123"`, 'a'],
    [`${ENTERPRISE.toUpperCase()}:EMPLOYEENUMBER eq "7"`, 'c'],
    ['emails eq "bob@acme.example"', 'b'],
    ['emails.value eq "bob@acme.example"', 'b'],
    ['emails[type eq "work"].value eq "cy@acme.example"', 'c'],
    ['phoneNumbers[type eq "work" and value eq "+31201"]', 'a'],
    ['phoneNumbers.value eq "+31201"', 'ab'],
    ['title pr', 'ac'],
    ['not (title pr)', 'b'],
    ['title eq "BAKER" and active eq true', 'ac'],
    ['active eq false or name.familyName eq "O\\"Neil"', 'ab'],
    ['title ne "baker"', 'b'],
    ['title eq null', 'b'],
    ['userName co "OB@"', 'b'],
    ['userName sw "c"', 'c'],
    ['userName ew ".example" and userName gt "b"', 'bc'],
    ['userName le "bob@acme.example" and userName ge "ann@acme.example"', 'ab'],
    ['userName lt "bob@acme.example"', 'a'],
    [`${JAVELO}:gender eq "female"`, 'a'],
    ['meta.created gt "2001-01-01T00:00:00Z"', 'abc'],
    ['meta.created lt "2001-01-01T00:00:00Z"', ''],
    ['urn:unknown:thing eq "x"', ''],
    ['userName eq "nobody"', ''],
    ['userName eq', '400 invalidFilter'],
    ['name eq "Ann"', '400 invalidFilter'],
    ['active gt true', '400 invalidFilter'],
    ['userName eq ann@acme.example', '400 invalidFilter'],
  ])('%s → %s', async (text, expected) => {
    const { javelo, send } = open('rfc');
    javelo.plant(STAFF);
    expect(await found(send, text)).toBe(expected);
  });

  it.each([
    ['userName eq ann@acme.example', 'a'],
    ['userName eq "ann@acme.example"', 'a'],
    [`${ENTERPRISE}:employeeNumber eq 00123`, 'a'],
    ['active eq False', 'b'],
    ['title eq Baker and (userName eq cy@acme.example)', 'c'],
  ])('without quotes, as Javelo is asked: %s → %s', async (text, expected) => {
    const { javelo, send } = open('javelo');
    javelo.plant(STAFF);
    expect(await found(send, text)).toBe(expected);
  });

  it('filterSupport userName refuses other attributes, none refuses all', async () => {
    const { javelo, send } = open('javelo', { filterSupport: 'userName' });
    javelo.plant(STAFF);
    expect(await found(send, 'userName eq "cy@acme.example"')).toBe('c');
    expect(await found(send, 'externalId eq "A1"')).toBe('400 invalidFilter');
    javelo.configure({ filterSupport: 'none' });
    expect(await found(send, 'userName eq "cy@acme.example"')).toBe('400 invalidFilter');
  });

  it('gives through an index what a walk gives', async () => {
    const { javelo, send } = open('rfc');
    javelo.plant(STAFF);
    const names = fc.constantFrom('userName', 'externalId', `${ENTERPRISE}:employeeNumber`, 'emails.value');
    const values = fc.constantFrom('a1', 'A1', '7', '00123', 'ANN@acme.example', 'bob@acme.example', 'x');
    await fc.assert(
      fc.asyncProperty(names, values, async (name, text) => {
        const quick = await found(send, `${name} eq "${text}"`);
        expect(await found(send, `${name} eq "${text}" or userName eq "nobody"`)).toBe(quick);
      }),
    );
  });
});
