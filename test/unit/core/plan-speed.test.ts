import { expect, it } from 'vitest';
import type { RunId } from '../../../utils/core/ids.ts';
import { buildPlan } from '../../../utils/core/plan/plan.ts';
import { defaultPolicy } from '../../../utils/core/policy.ts';
import { sealSnapshot } from '../../../utils/core/snapshot.ts';
import { aCompany, accountOf, evidenceOf } from '../../support/company.ts';

const people = aCompany(10_000);
/** What Javelo has of them: every tenth with another job, every third not known by its id. */
const accounts = people.map((person, at) => {
  const account = accountOf(person);
  return {
    ...account,
    externalId: at % 3 === 0 ? null : account.externalId,
    title: at % 10 === 0 ? 'Old' : account.title,
  };
});

/** What this thread has worked, in ms: the wall's clock also counts what the machine does beside it. */
const workedMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

const limitMs = 400;
const tries = 20;

it('10,000 people are matched and compared in 400 ms', { timeout: 60_000 }, () => {
  const measure = () => {
    const startedMs = workedMs();
    const plan = buildPlan({
      snapshot: sealSnapshot([...people], evidenceOf(people)),
      accounts,
      links: new Map(),
      policy: defaultPolicy,
      runId: 'run-1' as RunId,
      previous: null,
    });
    // 3,334 without an id of ours, and of the others every tenth.
    expect(plan.summary).toEqual({ create: 0, update: 4_000, disable: 0, skip: 6_000 });
    return workedMs() - startedMs;
  };
  // The best of twenty, or the first that is good enough: shared caches make it slower still.
  let best = measure();
  for (let attempt = 1; attempt < tries && best > limitMs; attempt += 1) best = Math.min(best, measure());
  expect(best).toBeLessThanOrEqual(limitMs);
});
