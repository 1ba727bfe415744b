import type { Permission, PermissionService } from '../../core/permissions/permission.ts';
import type { ServiceRights } from '../../core/tour/tour.ts';
import { methodsIn } from '../read/method-name.ts';
import type { RightRow } from '../read/rights.ts';

/** What the rows of a service mean for what is wanted of it. Names are those of the wanted list, so that spellings do not matter any further. */
export function summarise(
  service: PermissionService,
  rows: readonly RightRow[],
  wanted: readonly Permission[],
): ServiceRights {
  const find = methodsIn(rows);
  const ofService = wanted
    .filter((permission) => permission.service === service)
    .map((permission) => ({ method: permission.method, row: find(permission) }));
  const names = (wish: string) =>
    ofService.filter(({ row }) => (row?.state ?? 'unknown') === wish).map(({ method }) => method);
  const used = new Set(ofService.map(({ row }) => row?.method));
  return {
    on: names('on'),
    missing: names('off'),
    unclear: names('unknown'),
    surplus: rows
      .filter((row) => row.service === service && row.state === 'on' && !used.has(row.method))
      .map(({ method }) => method),
  };
}
