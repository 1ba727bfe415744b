import type { Account } from '../../../utils/core/account.ts';
import type { RunId } from '../../../utils/core/ids.ts';
import type { Person } from '../../../utils/core/person.ts';
import { buildPlan } from '../../../utils/core/plan/plan.ts';
import { defaultPolicy } from '../../../utils/core/policy.ts';
import { sealSnapshot } from '../../../utils/core/snapshot.ts';
import { aCompany, accountOf, evidenceOf } from '../../support/company.ts';
import { rounded, sideBySide } from '../side-by-side.ts';

export interface PlanFigures {
  /** The slowest of the three. */
  readonly ms: number;
  readonly nothingChangedMs: number;
  readonly onePercentChangedMs: number;
  readonly everybodyChangedMs: number;
  /** The same for ten times as many people. */
  readonly tenfoldMs: number;
  readonly tenfoldNothingChangedMs: number;
  readonly tenfoldOnePercentChangedMs: number;
  readonly tenfoldEverybodyChangedMs: number;
  readonly tenfoldOverOnce: number;
}

/** Match, diff, order and guardrails of a whole company. */
export async function measurePlan(employees: number): Promise<PlanFigures> {
  const [once, tenfold] = [await measureSize(employees), await measureSize(employees * 10)];
  const [ms, tenfoldMs] = [slowest(once), slowest(tenfold)];
  return {
    ms: rounded(ms),
    nothingChangedMs: rounded(once.nothing),
    onePercentChangedMs: rounded(once.onePercent),
    everybodyChangedMs: rounded(once.everybody),
    tenfoldMs: rounded(tenfoldMs),
    tenfoldNothingChangedMs: rounded(tenfold.nothing),
    tenfoldOnePercentChangedMs: rounded(tenfold.onePercent),
    tenfoldEverybodyChangedMs: rounded(tenfold.everybody),
    tenfoldOverOnce: rounded(tenfoldMs / ms),
  };
}

async function measureSize(size: number) {
  const people = aCompany(size);
  const accounts = people.map(accountOf);
  return sideBySide({
    nothing: planner(people, accounts, 0),
    onePercent: planner(people, accounts, 100),
    everybody: planner(people, accounts, 1),
  });
}

/** Every `nth` account differs; 0 = none. */
function planner(people: readonly Person[], accounts: readonly Account[], nth: number): () => Promise<void> {
  const existing = accounts.map((account, at) => (nth > 0 && at % nth === 0 ? { ...account, title: 'Old' } : account));
  const changes = nth === 0 ? 0 : Math.ceil(people.length / nth);
  return async () => {
    const { summary } = buildPlan({
      snapshot: sealSnapshot([...people], evidenceOf(people)),
      accounts: existing,
      links: new Map(),
      policy: defaultPolicy,
      runId: 'bench' as RunId,
      previous: null,
    });
    if (summary.update !== changes) throw new Error(`${summary.update} changes were planned instead of ${changes}`);
  };
}

function slowest(times: Readonly<Record<string, number>>): number {
  return Math.max(...Object.values(times));
}
