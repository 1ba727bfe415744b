import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canBeBare, equalsFilter } from '../../../utils/connectors/scim/filter.ts';

describe('filters', () => {
  test.each([
    ['userName', 'john@x.com', 'unquoted', 'userName eq john@x.com'],
    ['userName', 'john@x.com', 'quoted', 'userName eq "john@x.com"'],
    ['userName', 'say "hi" \\ now', 'quoted', String.raw`userName eq "say \"hi\" \\ now"`],
    // These would be read as something else without their quotes.
    ['externalId', 'a b', 'unquoted', 'externalId eq "a b"'],
    ['externalId', '1) or (active eq true', 'unquoted', 'externalId eq "1) or (active eq true"'],
    ['externalId', 'TRUE', 'unquoted', 'externalId eq "TRUE"'],
    ['externalId', '', 'unquoted', 'externalId eq ""'],
  ] as const)('%s eq %s, %s', (path, value, quoting, expected) => {
    expect(equalsFilter(path, value, quoting)).toBe(expected);
  });

  test('whatever the value, a quoted filter reads back as that value and has nothing behind it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const [, literal] = /^externalId eq (.*)$/s.exec(equalsFilter('externalId', value, 'quoted')) ?? [];
        expect(JSON.parse(literal ?? '')).toBe(value);
      }),
    );
  });

  test('a bare value is one word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        if (canBeBare(value)) expect(value.split(/[\s()"]/)).toEqual([value]);
      }),
    );
  });
});
