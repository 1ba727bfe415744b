import { describe, expect, it } from 'vitest';
import { changePeople } from '../../sandbox/people/changes.ts';
import { createPopulation } from '../../sandbox/people/population.ts';
import type { Employee } from '../../sandbox/people/records.ts';

const today = '2026-11-24';
const people = (employees: number, seed = '1', companies = 3) =>
  createPopulation({ employees, companies: Math.min(companies, employees), debtors: 1, seed, today });
const inService = (employees: readonly Employee[]): Employee[] => employees.filter(({ type }) => type === 2);

describe('the people of a seed', () => {
  it('are the same every time, and others with another seed', () => {
    expect(people(60)).toEqual(people(60));
    expect(people(60, '2').employees[0]?.personalInfos).not.toEqual(people(60).employees[0]?.personalInfos);
  });

  it.each([1, 2, 5, 30, 250, 1000])('stand in the lists of type 2 as many as asked: %i', (count) => {
    expect(inService(people(count).employees)).toHaveLength(count);
  });

  it('have ids of their own, and numbers that companies share', () => {
    const { employees } = people(250);
    expect(new Set(employees.map(({ id }) => id)).size).toBe(employees.length);
    expect(new Set(employees.filter(({ number }) => number === '7').map(({ companyId }) => companyId)).size).toBe(3);
  });

  it('show every awkward kind among 250', () => {
    const { employees, debtors } = people(250);
    const active = inService(employees);
    const infos = active.flatMap(({ personalInfos }) => personalInfos);
    const addresses = active.map(({ personalInfos }) => personalInfos[0]?.EmailWork?.trim().toLowerCase());
    expect(addresses.filter((address) => !address).length).toBeGreaterThan(0);
    expect(new Set(addresses).size).toBeLessThan(addresses.length);
    expect(
      infos
        .map(({ EmailWork }) => EmailWork)
        .filter((address) => address?.trim().includes(' ') && address.includes('@')),
    ).not.toEqual([]);
    expect(infos.some(({ Birthday }) => Birthday === '0001-01-01T00:00:00')).toBe(true);
    expect(new Set(infos.map(({ Gender }) => Gender))).toEqual(new Set(['male', 'female', 'undefined', '1', '2']));
    expect(infos.some(({ LastName }) => LastName?.includes('&'))).toBe(true);
    expect(infos.some(({ Nickname }) => Nickname?.includes('<'))).toBe(true);
    expect(
      new Set(active.filter(({ contracts }) => contracts.length === 0).map(({ noContractsAs }) => noContractsAs)).size,
    ).toBe(4);
    expect(
      active.some(({ contracts }) => new Set(contracts.map(({ ContractID }) => ContractID)).size < contracts.length),
    ).toBe(true);
    expect(active.some(({ employments }) => employments.every(({ StartDate }) => (StartDate ?? '') > today))).toBe(
      true,
    );
    expect(active.some(({ number }) => number.startsWith('0'))).toBe(true);
    expect(debtors[0]?.managers.some(({ Email }) => Email === 'ria@adviesbureau.example')).toBe(true);
    expect(new Set(employees.map(({ type }) => type))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  it('change the same way for the same seed', () => {
    const [left, right] = [people(100), people(100)];
    const changes = { hire: 5, leave: 3, change: 20, seed: '2' };
    expect(changePeople(left, changes)).toEqual(changePeople(right, changes));
    expect(left).toEqual(right);
    expect(left).not.toEqual(people(100));
    expect(inService(left.employees)).toHaveLength(100 + 5 - 3);
  });
});
