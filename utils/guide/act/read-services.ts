import type { PermissionService } from '../../core/permissions/permission.ts';
import type { RightRow } from '../read/rights.ts';
import type { Bench } from './bench.ts';
import { chooseService } from './choose-service.ts';
import { collectRights } from './collect-rights.ts';

/**
 * Reads the rights of every service by choosing one after the other; `found` is called with each. Null = all were read,
 * else the service that could not be shown.
 */
export async function readServices(
  bench: Bench,
  services: readonly PermissionService[],
  found: (service: PermissionService, rows: readonly RightRow[]) => void,
): Promise<PermissionService | null> {
  for (const service of services) {
    if (bench.stopped() || !(await chooseService(bench, service))) return service;
    found(service, await collectRights(bench, service));
  }
  return null;
}
