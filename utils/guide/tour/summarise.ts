import type { Permission, PermissionService } from '../../core/permissions/permission.ts';
import type { ServiceRights } from '../../core/tour/tour.ts';
import { findMethod } from '../read/method-name.ts';
import type { RightRow } from '../read/rights.ts';

/** What the rows of a service mean for what is wanted of it. Names are those of the wanted list, so that spellings do not matter any further. */
export function summarise(
  service: PermissionService,
  rows: readonly RightRow[],
  wanted: readonly Permission[],
): ServiceRights {
  const ofService = wanted.filter((permission) => permission.service === service);
  const state = (permission: Permission) => findMethod(permission, rows)?.state ?? 'unknown';
  const names = (wish: string) =>
    ofService.filter((permission) => state(permission) === wish).map(({ method }) => method);
  const used = new Set(ofService.map((permission) => findMethod(permission, rows)?.method));
  return {
    on: names('on'),
    missing: names('off'),
    unclear: names('unknown'),
    surplus: rows
      .filter((row) => row.service === service && row.state === 'on' && !used.has(row.method))
      .map(({ method }) => method),
  };
}
