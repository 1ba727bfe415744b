import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../utils/core/ids.ts';
import { staffAfter } from '../../../utils/demo/staff.ts';

const today = '2026-11-24' as IsoDate;

describe('the people of the demo', () => {
  it('are the same whenever they are invented', () => {
    expect(staffAfter(0, today)).toEqual(staffAfter(0, today));
    expect(staffAfter(0, today)).toHaveLength(248);
    expect(new Set(staffAfter(3, today).map(({ sourceId }) => sourceId)).size).toBe(248 + 9);
  });

  it('change from week to week: hires, leavers, promotions', () => {
    const before = new Map(staffAfter(1, today).map((person) => [person.sourceId, person]));
    const after = staffAfter(2, today);
    const hires = after.filter(({ sourceId }) => !before.has(sourceId));
    const changed = after.filter((person) => {
      const old = before.get(person.sourceId);
      return old !== undefined && (old.job !== person.job || old.status !== person.status);
    });
    expect(hires).toHaveLength(3);
    expect(changed.filter(({ status }) => status === 'left').length).toBeGreaterThan(0);
    expect(changed.filter(({ status }) => status === 'active').length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThanOrEqual(6);
  });

  it('have managers who are among them, but for the flaws', () => {
    const staff = staffAfter(0, today);
    const emails = new Set(staff.map(({ workEmail }) => workEmail));
    const astray = staff.filter(({ manager }) => manager === null || !emails.has(manager.email));
    // The director, and the one whose manager is missing.
    expect(astray).toHaveLength(2);
  });

  it('have one of each flaw that the companion tells about', () => {
    const staff = staffAfter(0, today);
    expect(staff.filter(({ workEmail }) => workEmail === null)).toHaveLength(1);
    expect(staff.filter(({ job }) => job === null)).toHaveLength(2);
    expect(staff.filter(({ status }) => status === 'future').map(({ startsOn }) => startsOn)).toEqual(['2026-12-06']);
    expect(staff.filter(({ manager, workEmail }) => manager !== null && manager.email === workEmail)).toHaveLength(1);
  });
});
