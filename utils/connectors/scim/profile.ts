import type { AccountAttribute } from '../../core/account.ts';
import type { TargetProfileName } from '../../core/connection/target-profile-name.ts';
import type { RequestBudget } from '../../ports/target.ts';

export const pagingParameters = ['start_index', 'startIndex', 'both'] as const;
export type PagingParameter = (typeof pagingParameters)[number];

export const filterQuotings = ['quoted', 'unquoted'] as const;
export type FilterQuoting = (typeof filterQuotings)[number];

/** The attributes that accounts are looked up by (ports/target.ts). */
export const lookupAttributes = ['externalId', 'userName', 'employeeNumber'] as const;
export type LookupAttribute = (typeof lookupAttributes)[number];

export const coreUserSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const enterpriseUserSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/**
 * Everything in which one SCIM server differs from another. What the facts mark inferred or unknown (javelo-scim.md §2.5) is
 * a field here, can be edited, and is found out at run time where it can be (negotiate.ts).
 */
export interface TargetProfile {
  readonly name: TargetProfileName;
  readonly accept: string;
  readonly paging: {
    /** Sent first. */
    readonly parameter: PagingParameter;
    /** Sent instead once a page has come round a second time; null = none. */
    readonly alternative: PagingParameter | null;
    /** Asked for as `count`; the server may give fewer (RFC 7644 §3.4.2.4). */
    readonly pageSize: number;
    /** Whether `totalResults`, where it is given, counts the whole list (some servers count the page). */
    readonly totalsTrusted: boolean;
  };
  readonly filter: {
    readonly quoting: FilterQuoting;
    /** Whether the form has been seen to find somebody here. Until then an empty answer is asked again in the other form. */
    readonly proven: boolean;
    /** What can be filtered by; an attribute that turns out not to be gives null. */
    readonly attributes: readonly LookupAttribute[];
  };
  /** Where each attribute travels; null = nowhere. */
  readonly paths: Readonly<Record<AccountAttribute, string | null>>;
  readonly dateFormat: 'YYYY-MM-DD' | 'DD-MM-YYYY';
  readonly create: {
    /** `core`: `schemas` names the core schema only, although extensions are present; `all`: each one used (RFC 7643 §3). */
    readonly schemas: 'core' | 'all';
    /** Whether the userName is sent as `emails[type eq "work"]` too. */
    readonly emails: boolean;
  };
  readonly patch: {
    readonly replace: 'Replace' | 'replace';
    readonly add: 'Add' | 'add';
    readonly remove: 'Remove' | 'remove';
    /** How a single value is emptied. */
    readonly clear: 'replace-null' | 'remove';
    /** One item of a multi-valued attribute: by a value filter in the path, or taken out and put in, which needs no item to be there (RFC 7644 §3.5.2.3 noTarget). */
    readonly item: 'value-filter' | 'remove-add';
  };
  /** Whether `meta.version` is sent back as If-Match (RFC 7644 §3.14). */
  readonly etag: boolean;
  /** Limits of `/Bulk`, or null where it is not offered (RFC 7644 §3.7). */
  readonly bulk: { readonly maxOperations: number; readonly maxPayloadBytes: number } | null;
  readonly budget: RequestBudget | null;
  /** A refusal (400, 422) whose text fits means that the account exists already. Matched without regard to case. */
  readonly conflictText: string;
}

/** The other way to write a filter. */
export function otherQuoting(quoting: FilterQuoting): FilterQuoting {
  return quoting === 'quoted' ? 'unquoted' : 'quoted';
}
