import { describe, expect, test } from 'vitest';
import {
  composeFamilyName,
  composeGivenName,
  foldName,
  fullName,
  otherFullNames,
} from '../../../../utils/core/normalise/name.ts';

test.each([
  [{ nickname: 'Jan', firstName: 'Johannes', initials: 'J.' }, 'Jan'],
  [{ nickname: ' ', firstName: 'Johannes', initials: 'J.' }, 'Johannes'],
  [{ nickname: null, firstName: '', initials: ' J. ' }, 'J.'],
  [{}, null],
])('given name of %j is %j', (parts, expected) => {
  expect(composeGivenName(parts)).toBe(expected);
});

describe('family name', () => {
  const both = { prefix: 'de', lastName: 'Vries', partnerPrefix: 'van', partnerLastName: 'Dam' };
  test.each([
    [{ ...both, nameOrder: 1 }, 'de Vries'],
    [{ ...both, nameOrder: 2 }, 'van Dam'],
    [{ ...both, nameOrder: 3 }, 'van Dam-de Vries'],
    [{ ...both, nameOrder: 4 }, 'de Vries-van Dam'],
    [{ ...both, nameOrder: '4' }, 'de Vries-van Dam'],
    [{ ...both, nameOrder: 9 }, 'de Vries'],
    [{ ...both, nameOrder: null }, 'de Vries'],
    [{ ...both, partnerLastName: '', nameOrder: 2 }, 'de Vries'],
    [{ ...both, prefix: null, partnerPrefix: ' ', nameOrder: 3 }, 'Dam-Vries'],
    [{ prefix: 'de', lastName: null, nameOrder: 1 }, null],
  ])('of %j is %j', (parts, expected) => {
    expect(composeFamilyName(parts)).toBe(expected);
  });
});

test('full names leave out what is missing', () => {
  expect(fullName('Jan', 'de Vries')).toBe('Jan de Vries');
  expect(fullName(null, 'de Vries')).toBe('de Vries');
  expect(fullName(null, ' ')).toBeNull();
});

test('a married Johannes called Jan may be written down in three other ways', () => {
  const names = otherFullNames({
    nickname: 'Jan',
    firstName: 'Johannes',
    prefix: 'de',
    lastName: 'Vries',
    partnerLastName: 'Dam',
    nameOrder: 2,
  });
  expect([...names].sort()).toEqual(['Jan de Vries', 'Johannes Dam', 'Johannes de Vries']);
});

test('folding forgives case and spaces, and keeps diacritics', () => {
  expect(foldName('  JAN   de\tVries ')).toBe('jan de vries');
  expect(foldName('Bo\u0308s')).toBe('bös');
  expect(foldName('Bös')).not.toBe(foldName('Bos'));
});
