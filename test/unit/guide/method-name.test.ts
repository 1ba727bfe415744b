import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allPermissions } from '../../../utils/core/permissions/catalogue.ts';
import { findMethod, methodKey, sameMethod } from '../../../utils/guide/read/method-name.ts';

const known = fc.constantFrom(...allPermissions.map(({ method }) => method));
const long = known.filter((method) => methodKey(method).length >= 12);

/** Verbs and versions, where a slip is no slip. */
const said = (name: string) => (name.match(/get|set|insert|update|delete|stop|clear|upload|remove|\d/g) ?? []).join();

describe('names of methods', () => {
  it('are the same whatever their case and underscores', () => {
    const spelling = fc.tuple(known, fc.infiniteStream(fc.boolean())).map(([method, flips]) => ({
      method,
      written: [...method].map((letter) => (flips.next().value ? letter.toUpperCase() : letter.toLowerCase())).join(''),
    }));
    fc.assert(fc.property(spelling, ({ method, written }) => sameMethod(method, written) === 'same'));
    fc.assert(fc.property(known, (method) => sameMethod(method, method.replaceAll('_', '')) === 'same'));
  });

  it('forgive one letter in a name of twelve or more', () => {
    const place = fc.tuple(long, fc.nat(), fc.constantFrom(...'bcdfghkmnpqrtvwxz'));
    fc.assert(
      fc.property(place, ([method, at, letter]) => {
        const bare = methodKey(method);
        const nth = at % bare.length;
        if (/\d/.test(bare[nth] ?? '')) return true;
        const missing = `${bare.slice(0, nth)}${bare.slice(nth + 1)}`;
        const other = `${bare.slice(0, nth)}${letter}${bare.slice(nth + 1)}`;
        const longer = `${bare.slice(0, nth)}${letter}${bare.slice(nth)}`;
        const same = (slip: string) => said(slip) === said(bare);
        return [other, longer, ...(missing.length >= 12 ? [missing] : [])].every(
          (slip) => !same(slip) || sameMethod(bare, slip) !== 'different',
        );
      }),
    );
  });

  it('never take one method of a service for another', () => {
    for (const one of allPermissions) {
      for (const other of allPermissions) {
        if (one === other || one.service !== other.service) continue;
        expect(sameMethod(one.method, other.method), `${one.method} and ${other.method}`).toBe('different');
      }
    }
  });

  it.each([
    ['List_GetAll', 'List_GetAl', 'different'],
    ['Journals_GetByRunCompany', 'Journals_GetByRunCompany_v2', 'different'],
    ['HourModel_GetHourCodes', 'HourModel2_GetHourCodes', 'different'],
    ['Address_GetCurrent', 'Adress_GetCurrent', 'typo'],
    ['List_GetByCompany', 'List_getByCompany', 'same'],
    ['Run_GetList', 'list_get_by_company', 'different'],
  ] as const)('%s and %s: %s', (one, other, expected) => {
    expect(sameMethod(one, other)).toBe(expected);
  });

  it('are found in their own service only, and not where two could be meant', () => {
    const row = (service: 'EmployeeService' | 'CompanyService', method: string) => ({ service, method });
    const wanted = row('EmployeeService', 'Schedule_GetCurrent');
    expect(findMethod(wanted, [row('CompanyService', 'Schedule_GetCurrent')])).toBeNull();
    expect(
      findMethod(wanted, [row('EmployeeService', 'Schedule_GetCurent'), row('EmployeeService', 'Schedul_GetCurrent')]),
    ).toBeNull();
    expect(findMethod(wanted, [row('EmployeeService', 'Schedule_GetCurent'), wanted])).toBe(wanted);
  });
});
