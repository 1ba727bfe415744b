import type { Permission, PermissionService } from '../../core/permissions/permission.ts';
import { findMethod } from '../read/method-name.ts';
import type { PageReading } from '../read/page-state.ts';
import { type Bench, pause, until } from './bench.ts';
import { chooseService } from './choose-service.ts';
import { collectRights } from './collect-rights.ts';
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
}

interface Plan {
  readonly permissions: readonly Permission[];
  readonly target: 'on' | 'off';
  /** Finds the way back into the list where saving closes it; null where that is not sure. */
  readonly cog: (reading: PageReading) => Element | null;
  /** Called after every permission. */
  readonly progress: (done: SetResult) => void;
}

/** Switches permissions, service by service, saves where the page wants it, and reads everything again at the end. */
export async function setPermissions(bench: Bench, plan: Plan): Promise<SetReport> {
  const results: SetResult[] = [];
  const report = (ended: SetReport['ended']): SetReport => ({ results, ended, saveYourself: false });
  for (const service of inOrder(bench, plan.permissions)) {
    if (!(await open(bench, plan)) || !(await chooseService(bench, service))) return report('service');
    let refusals = 0;
    let pressed = false;
    for (const permission of plan.permissions.filter((each) => each.service === service)) {
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
    if (save === 'ambiguous') return { results, ended: null, saveYourself: true };
    if (save) {
      press(save);
      if (!(await verify(bench, plan, service, results))) return report('lost');
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

async function open(bench: Bench, plan: Plan): Promise<boolean> {
  if (bench.look().state === 'apiRights') return true;
  const cog = await until(bench, plan.cog, 4_000);
  if (cog === null) return false;
  press(cog);
  return (await until(bench, ({ state }) => (state === 'apiRights' ? true : null), 8_000)) === true;
}

/** After saving, what counts is what the page shows when it is asked anew. */
async function verify(bench: Bench, plan: Plan, service: PermissionService, results: SetResult[]): Promise<boolean> {
  await pause(400);
  const other = (['EmployeeService', 'CompanyService', 'DebtorService'] as const).find((each) => each !== service);
  const stillOpen = bench.look().state === 'apiRights';
  if (!(await open(bench, plan))) return false;
  if (stillOpen && other) await chooseService(bench, other);
  if (!(await chooseService(bench, service))) return false;
  const rows = await collectRights(bench, service);
  for (const [at, { permission, outcome }] of results.entries()) {
    if (permission.service !== service || outcome !== 'done') continue;
    if (findMethod(permission, rows)?.state !== plan.target) results[at] = { permission, outcome: 'refused' };
  }
  return true;
}
