import type { Permission, PermissionService } from '../../core/permissions/permission.ts';
import { questionsOf } from '../page/windows.ts';
import { findMethod, methodsIn } from '../read/method-name.ts';
import type { PageReading } from '../read/page-state.ts';
import type { RightRow } from '../read/rights.ts';
import { answered } from './answered.ts';
import { type Bench, until } from './bench.ts';
import { chooseService } from './choose-service.ts';
import { collectRights, walkRights } from './collect-rights.ts';
import { press } from './press.ts';
import { findSave } from './save.ts';
import { type SetOutcome, setPermission } from './set-permission.ts';

export interface SetResult {
  readonly permission: Permission;
  readonly outcome: SetOutcome;
}

export interface SetReport {
  readonly results: readonly SetResult[];
  /** Why it ended early; null = it went through. */
  readonly ended: 'stopped' | 'lost' | 'otherChanged' | 'service' | 'refusing' | null;
  /** The admin has to save himself: two buttons could be the one. */
  readonly saveYourself: boolean;
  /** What was read anew after saving, by service. */
  readonly read: ReadonlyMap<PermissionService, readonly RightRow[]>;
}

interface Plan {
  readonly permissions: readonly Permission[];
  readonly target: 'on' | 'off';
  /** Finds the way back into the list where saving closes it; null where that is not sure. */
  readonly cog: (reading: PageReading) => Element | null;
  /** Called after every permission. */
  readonly progress: (done: SetResult) => void;
  /** Called when the page asks something that only the admin can answer. */
  readonly asks: () => void;
}

/** Switches permissions, service by service, saves where the page wants it, and reads everything again at the end. */
export async function setPermissions(bench: Bench, plan: Plan): Promise<SetReport> {
  const results: SetResult[] = [];
  const read = new Map<PermissionService, readonly RightRow[]>();
  const report = (ended: SetReport['ended']): SetReport => ({ results, ended, saveYourself: false, read });
  for (const service of inOrder(bench, plan.permissions)) {
    if (!(await open(bench, plan)) || !(await chooseService(bench, service))) return report('service');
    let refusals = 0;
    let pressed = false;
    const left = plan.permissions.filter((each) => each.service === service);
    while (left.length > 0) {
      const permission = await nextInSight(bench, service, left);
      left.splice(left.indexOf(permission), 1);
      const touched = results.map((result) => result.permission);
      const outcome = await setPermission(bench, permission, plan.target, touched);
      results.push({ permission, outcome });
      plan.progress({ permission, outcome });
      if (bench.stopped()) return report('stopped');
      if (outcome === 'lost' || outcome === 'otherChanged') return report(outcome);
      refusals = outcome === 'refused' ? refusals + 1 : 0;
      pressed ||= outcome === 'done';
      if (refusals === 2) break;
    }
    const save = pressed ? findSave(bench.look()) : null;
    // Turning to another service would lose what is not saved.
    if (save === 'ambiguous') return { ...report(null), saveYourself: true };
    if (save) {
      const before = questionsOf(bench.look().index);
      press(save);
      if (!(await answered(bench, before, plan.asks))) {
        if (bench.stopped()) return report('stopped');
        return { ...report(null), saveYourself: true };
      }
      const rows = await readSaved(bench, plan, service);
      if (rows === null) return report('lost');
      read.set(service, rows);
      for (const [at, { permission, outcome }] of results.entries()) {
        if (permission.service !== service || outcome !== 'done') continue;
        if (findMethod(permission, rows)?.state !== plan.target) results[at] = { permission, outcome: 'refused' };
      }
    }
    if (refusals === 2) return report('refusing');
  }
  return report(null);
}

/** The service that is shown comes first, so that nothing is lost by turning away from it. */
function inOrder(bench: Bench, permissions: readonly Permission[]): readonly PermissionService[] {
  const current = bench.look().rights.services?.current;
  const services = [...new Set(permissions.map(({ service }) => service))];
  return services.sort((one, other) => Number(other === current) - Number(one === current));
}

/** Of what is left, what the list shows now, else what comes in sight first: a long list is gone through once. */
async function nextInSight(bench: Bench, service: PermissionService, left: readonly Permission[]): Promise<Permission> {
  const inSight = (rows: readonly RightRow[]): Permission | undefined => {
    const find = methodsIn(rows);
    return left.find((permission) => find(permission) !== null);
  };
  let found = inSight(bench.look().rights.rows);
  if (found === undefined) {
    const visit = (rows: readonly RightRow[]): boolean => {
      found = inSight(rows);
      return found !== undefined;
    };
    await walkRights(bench, service, visit, 'here');
  }
  return (found ?? left[0]) as Permission;
}

async function open(bench: Bench, plan: Plan): Promise<boolean> {
  if (bench.look().state === 'apiRights') return true;
  const cog = await until(bench, plan.cog, 4_000);
  if (cog === null) return false;
  press(cog);
  return (await until(bench, ({ state }) => (state === 'apiRights' ? true : null), 8_000)) === true;
}

/** After saving, what counts is what the page shows when it is asked anew. Null where the list is not to be had again. */
async function readSaved(bench: Bench, plan: Plan, service: PermissionService): Promise<readonly RightRow[] | null> {
  const other = (['EmployeeService', 'CompanyService', 'DebtorService'] as const).find((each) => each !== service);
  const stillOpen = bench.look().state === 'apiRights';
  if (!(await open(bench, plan))) return null;
  if (stillOpen && other) await chooseService(bench, other);
  if (!(await chooseService(bench, service))) return null;
  return collectRights(bench, service);
}
