import type { ErrorInfo } from '../errors.ts';
import type { Permission, PermissionService } from '../permissions/permission.ts';

/** Which template gets the permissions: one made for this integration, or that of the admin's own user type (nmbrs-ui.md §0.3). */
export type TemplateRoute = 'own' | 'mine';

/** A row in the list of templates: several may have the same name. */
export interface TemplateChoice {
  readonly name: string;
  readonly section: string | null;
  readonly ordinal: number;
}

/** The permissions of one service as last read off the page. */
export interface ServiceRights {
  /** Wanted and on. */
  readonly on: readonly string[];
  /** Wanted and off. */
  readonly missing: readonly string[];
  /** Wanted, but the page does not show whether it is on, or does not list it. */
  readonly unclear: readonly string[];
  /** On although this integration does not use them. */
  readonly surplus: readonly string[];
}

export type TokenState = 'unknown' | 'noTab' | 'inactive' | 'hidden' | 'visible';

/** What the permission check said: a call per method, without reading anybody. */
export interface DoctorResult {
  readonly ok: boolean;
  readonly error: ErrorInfo | null;
  readonly refused: readonly Permission[];
  readonly unknown: readonly Permission[];
  readonly granted: readonly Permission[];
  readonly atMs: number;
}

/** How far the admin has come on the pages of one tenant. Holds what was observed, never a secret. */
export interface Tour {
  /** The first part of the host: Nmbrs' own name for the environment. */
  readonly tenant: string;
  readonly route: TemplateRoute | null;
  readonly userType: string | null;
  readonly administrator: 'administrator' | 'other' | 'accountant' | 'unknown' | null;
  /** The row that was chosen where several could be meant, or for the route `own`. */
  readonly template: TemplateChoice | null;
  readonly services: Readonly<Partial<Record<PermissionService, ServiceRights>>>;
  /** The admin goes on although not every permission is known to be on. */
  readonly affirmed: boolean;
  /** What the guide itself switched on, so that exactly that can be undone. */
  readonly switchedOn: readonly Permission[];
  readonly token: TokenState;
  /** What was taken over, as it may be shown. */
  readonly saved: { readonly email: string; readonly masked: string } | null;
  readonly check: DoctorResult | null;
  /** A permission the admin was led back to. */
  readonly focus: Permission | null;
}

/** A tour of one tenant on which nothing was observed yet. */
export function newTour(tenant: string): Tour {
  return {
    tenant,
    route: null,
    userType: null,
    administrator: null,
    template: null,
    services: {},
    affirmed: false,
    switchedOn: [],
    token: 'unknown',
    saved: null,
    check: null,
    focus: null,
  };
}
