declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A person's stable id in the source (Nmbrs: the employee id, nmbrs-api.md §5). */
export type SourceId = Branded<'SourceId'>;
/** An account's id in the target (SCIM `id`, RFC 7643 §3.1). */
export type TargetId = Branded<'TargetId'>;
export type RunId = Branded<'RunId'>;

/** A calendar day, `YYYY-MM-DD`, without a time zone. */
export type IsoDate = Branded<'IsoDate'>;
/** A point in time, ISO 8601 in UTC, as `Date.prototype.toISOString` gives it. */
export type IsoTime = Branded<'IsoTime'>;

/** Any value that survives `JSON.parse(JSON.stringify(x))`; what cursors and journal rows are made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
