import { describe, expect, it } from 'vitest';
import type { RunId } from '../../../utils/core/ids.ts';
import { buildPlan } from '../../../utils/core/plan/plan.ts';
import { account, links, person, planInput, snapshot } from './samples.ts';

const setting = { accounts: [account('1'), account('2')], links: links(['1', '1'], ['2', '2']) };
const absentIn = (runId: string | null) =>
  new Map(
    [...setting.links].map(([id, { absentIn: _, ...link }]) => [
      id,
      runId === null ? link : { ...link, absentIn: runId as RunId },
    ]),
  );
const reasons = (plan: ReturnType<typeof buildPlan>) =>
  plan.changes.map(({ sourceId, action, reason }) => `${sourceId} ${action} ${reason}`);

describe('somebody who is gone from a complete snapshot', () => {
  it('is left alone until a second run has missed him too', () => {
    const once = buildPlan(planInput([person('1')], { ...setting, links: absentIn(null) }));
    expect(reasons(once)).toContain('2 skip gone-unconfirmed');
    expect(once.summary.disable).toBe(0);
    const twice = buildPlan(planInput([person('1')], { ...setting, links: absentIn('run-0') }));
    expect(reasons(twice)).toContain('2 disable gone-from-source');
  });

  it('is not confirmed by the same run, planned anew after a death', () => {
    const again = buildPlan(
      planInput([person('1')], { ...setting, links: absentIn('run-1'), runId: 'run-1' as RunId }),
    );
    expect(again.summary.disable).toBe(0);
  });

  it('waits for an admin when a whole company is gone with him', () => {
    const before = [
      { id: 'c1', name: 'Acme' },
      { id: 'c2', name: 'Globex' },
    ];
    const plan = buildPlan(planInput([person('1')], { ...setting, companiesBefore: before }));
    expect(plan.findings).toEqual([
      expect.objectContaining({ rule: 'company-missing', blocks: 'disable', count: 1, of: 2, examples: ['Globex'] }),
    ]);
    const [listed] = before;
    expect(buildPlan(planInput([person('1')], { ...setting, companiesBefore: listed ? [listed] : [] })).verdict).toBe(
      'safe',
    );
    const nobodyGone = planInput([person('1'), person('2')], { ...setting, companiesBefore: before });
    expect(buildPlan({ ...nobodyGone, snapshot: snapshot([person('1'), person('2')]) }).findings).toEqual([]);
  });
});
