import type { Random } from './random.ts';

/** The many ways in which people type one number; `area` is without the trunk zero. */
const spellings: readonly ((area: string, rest: string) => string)[] = [
  (area, rest) => `0${area}${rest}`,
  (area, rest) => `0${area}-${rest}`,
  (area, rest) => `0${area} ${rest}`,
  (area, rest) => `0${area}-${rest.replace(/(..)(?=.)/g, '$1 ')}`,
  (area, rest) => `(0${area}) ${rest.slice(0, 3)} ${rest.slice(3)}`,
  (area, rest) => `+31${area}${rest}`,
  (area, rest) => `+31 ${area} ${rest}`,
  (area, rest) => `+31 (0)${area} ${rest}`,
  (area, rest) => `+31(0)${area}-${rest}`,
  (area, rest) => `0031${area}${rest}`,
  (area, rest) => `0031 ${area} ${rest.slice(0, 4)} ${rest.slice(4)}`,
  (area, rest) => `0${area}.${rest.slice(0, 2)}.${rest.slice(2)}`,
];

const foreign = [
  '+32 475 12 34 56',
  '+49 (0)171 1234567',
  '0048 601 234 567',
  '+46 70 123 45 67',
  '+351-912-345-678',
] as const;

export const junkPhones = ['n.v.t.', '-', 'onbekend', '12', '?', '112', '06'] as const;

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.int(1, 9)).join('');

export const mobilePhone = (random: Random): string =>
  random.chance(0.05) ? random.pick(foreign) : random.pick(spellings)('6', digits(random, 8));

export const fixedPhone = (random: Random): string => {
  const area = random.pick(['20', '30', '70', '10', '55', '512', '343']);
  return random.pick(spellings)(area, digits(random, 9 - area.length));
};
