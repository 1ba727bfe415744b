import { allPermissions, needOf, wantedPermissions } from '../permissions/catalogue.ts';
import type { Permission, PermissionNeed, PermissionService } from '../permissions/permission.ts';

export interface TourPermission extends Permission {
  readonly need: PermissionNeed;
}

/** A permission as another list writes it: its case and underscores vary, and the service may be missing. */
export interface ListedPermission {
  readonly service: PermissionService | null;
  readonly method: string;
}

const key = (method: string) => method.replaceAll('_', '').toLowerCase();

/**
 * The permissions the guide leads to: those that Javelo's own flow lists where the admin comes from there, else what
 * the companion itself needs. Spellings vary (nmbrs-ui.md §4.1), so listed names are looked up in the catalogue; one
 * without a service counts for each service that has it, and one that nobody knows is left out.
 */
export function wantedList(listed: readonly ListedPermission[] | null): readonly TourPermission[] {
  if (listed === null || listed.length === 0) {
    return wantedPermissions
      .filter(({ need }) => need !== 'optional')
      .map(({ service, method, need }) => ({ service, method, need }));
  }
  const wanted = allPermissions.filter((known) =>
    listed.some(
      ({ service, method }) => (service ?? known.service) === known.service && key(method) === key(known.method),
    ),
  );
  return wanted.map((known) => ({ ...known, need: needOf(known.service, known.method) }));
}
