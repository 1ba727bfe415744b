import type { ErrorInfo } from '../errors.ts';
import { type Permission, type PermissionService, permissionServices } from '../permissions/permission.ts';
import type { DoctorResult } from './tour.ts';

interface Probed {
  readonly service: string;
  readonly method: string;
  readonly granted: boolean | null;
}

/**
 * What a check of the source says about the permissions of a template: which are refused, which could not be tried.
 * Optional ones that nobody was asked to switch on are left out of the refused.
 */
export function diagnose(
  check: { readonly error: ErrorInfo | null; readonly permissions: readonly Probed[] },
  wanted: readonly Permission[],
  atMs: number,
): DoctorResult {
  const isWanted = ({ service, method }: Probed) =>
    wanted.some((permission) => permission.service === service && permission.method === method);
  const inTemplate = check.permissions.filter((probed): probed is Probed & Permission => isService(probed.service));
  const pick = (granted: boolean | null) =>
    inTemplate
      .filter((probed) => probed.granted === granted && isWanted(probed))
      .map(({ service, method }) => ({ service, method }));
  const refused = pick(false);
  const error = check.error?.code === 'source-permission' ? null : check.error;
  return { ok: error === null && refused.length === 0, error, refused, unknown: pick(null), granted: pick(true), atMs };
}

function isService(service: string): service is PermissionService {
  return (permissionServices as readonly string[]).includes(service);
}
