import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareIsoDates, toIsoDate, toTimeRank } from '../../../../utils/core/normalise/date.ts';
import { normaliseEmail } from '../../../../utils/core/normalise/email.ts';
import { toGender } from '../../../../utils/core/normalise/gender.ts';
import { normalisePhone } from '../../../../utils/core/normalise/phone.ts';
import { cleanText } from '../../../../utils/core/normalise/text.ts';
import { day } from '../samples.ts';

test.each([
  ['  Jan ', 'Jan'],
  ['Jose\u0301', 'José'],
  ['Jan\u0007\tde\u00A0Vries', 'Jan de Vries'],
  ['\u200BJan\uFEFF', 'Jan'],
  ['', null],
  [' \u0000 ', null],
  [null, null],
  [undefined, null],
])('text %j is kept as %j', (text, expected) => {
  expect(cleanText(text)).toBe(expected);
});

test('most texts are seen to be clean without being cleaned, and come out the same', () => {
  const character = fc.oneof(
    fc.integer({ min: 0, max: 0x250 }).map((code) => String.fromCharCode(code)),
    fc.string(),
  );
  fc.assert(
    // The invisible mark makes it look closely.
    fc.property(fc.string({ unit: character }), (text) => cleanText(text) === cleanText(`\u200B${text}`)),
    { numRuns: 2_000 },
  );
});

test.each([
  ['0612345678', '+31612345678'],
  ['06-12 34 56 78', '+31612345678'],
  ['(030) 123.45.67', '+31301234567'],
  ['+31 6 12345678', '+31612345678'],
  ['0031612345678', '+31612345678'],
  ['+31 (0)30 123 45 67', '+31301234567'],
  ['0031 ( 0 ) 30 1234567', '+31301234567'],
  ['(0)6 12345678', '+31612345678'],
  ['(+46) 70 123 45 67', '+46701234567'],
  ['+1-202-555-0143', '+12025550143'],
  ['612345678', null],
  ['06123', null],
  ['+3161', null],
  ['+1234567890123456', null],
  ['+0612345678', null],
  ['geen', null],
  ['', null],
  [null, null],
])('phone %j becomes %j', (text, expected) => {
  expect(normalisePhone(text, { countryCode: '31' })).toBe(expected);
});

test('a Swedish host gives a Swedish number', () => {
  expect(normalisePhone('070-123 45 67', { countryCode: '46' })).toBe('+46701234567');
});

test.each([
  ['1980-04-01T00:00:00', '1980-04-01'],
  ['1980-04-01', '1980-04-01'],
  ['2018-01-15T10:22:31.117', '2018-01-15'],
  ['2018-01-15T00:00:00+02:00', '2018-01-15'],
  ['2018-01-15T23:30:00Z', '2018-01-15'],
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', null],
  ['1900-02-29', null],
  ['2023-04-31', null],
  ['2023-13-01', null],
  ['2023-00-10', null],
  ['0001-01-01T00:00:00', null],
  ['0001-01-01', null],
  ['01-04-1980', null],
  ['', null],
  [null, null],
  [undefined, null],
])('date %j becomes %j', (text, expected) => {
  expect(toIsoDate(text)).toBe(expected);
});

test('days compare in time', () => {
  expect(compareIsoDates(day('2023-12-31'), day('2024-01-01'))).toBeLessThan(0);
  expect(compareIsoDates(day('2024-01-01'), day('2024-01-01'))).toBe(0);
});

test('times compare in time, not as text, and no time comes first', () => {
  const inOrder = [
    null,
    '2018-01-15T10:22:31',
    '2018-01-15T10:22:31.117',
    '2018-01-15T12:00:00+01:00',
    '2018-01-15T11:30:00Z',
  ];
  const ranks = inOrder.map(toTimeRank);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(new Set(ranks).size).toBe(ranks.length);
});

test.each([
  [' Jan.de.Vries@Demo.NL ', { email: 'jan.de.vries@demo.nl' }],
  ["o'neil+x@demo.co.uk", { email: "o'neil+x@demo.co.uk" }],
  ['', { problem: 'missing' }],
  ['   ', { problem: 'missing' }],
  [null, { problem: 'missing' }],
  ['jan @demo.nl', { problem: 'invalid' }],
  ['jan,piet@demo.nl', { problem: 'invalid' }],
  ['jan.demo.nl', { problem: 'invalid' }],
  ['jan@@demo.nl', { problem: 'invalid' }],
  ['@demo.nl', { problem: 'invalid' }],
  ['jan@demo', { problem: 'invalid' }],
  ['jan@demo..nl', { problem: 'invalid' }],
  ['https://demo.nl/jan@demo.nl', { problem: 'invalid' }],
])('e-mail %j reads as %j', (text, expected) => {
  expect(normaliseEmail(text)).toEqual(expected);
});

test.each([
  ['male', 'male'],
  ['Female', 'female'],
  ['1', 'male'],
  ['2', 'female'],
  ['undefined', null],
  ['', null],
  [null, null],
])('gender %j becomes %j', (text, expected) => {
  expect(toGender(text)).toBe(expected);
});
