import { z } from '../../zod.ts';
import { isJsonObject } from './json-object.ts';

export const messageSchemas = {
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  bulkRequest: 'urn:ietf:params:scim:api:messages:2.0:BulkRequest',
} as const;

/** Attribute names are case-insensitive (RFC 7643 §2.1), so objects are read with their own names in lower case. */
function lowerNames(value: unknown): unknown {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name.toLowerCase(), item]));
}

const object = z.record(z.string(), z.unknown());
const count = z.pipe(
  z.transform((value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value)),
  z.int().check(z.nonnegative()),
);
/** `null` and a missing member mean the same (RFC 7643 §2.5); what cannot be understood counts as missing. */
const optional = <T extends z.ZodMiniType>(schema: T) => z.catch(z.nullish(schema), null);

/** A user, loosely: only that it has an id is certain; read-account.ts finds the rest. */
export const userSchema = z.pipe(
  z.transform((value) => (isJsonObject(value) ? { id: lowerNames(value), resource: value } : value)),
  z.pipe(
    z.object({ id: z.object({ id: z.union([z.string().check(z.minLength(1)), z.int()]) }), resource: object }),
    z.transform(({ id, resource }) => ({ id: String(id.id), resource })),
  ),
);
export type ScimUser = z.infer<typeof userSchema>;

/** RFC 7644 §3.4.2; `Resources` may be missing where nothing was found. */
export const listResponseSchema = z.pipe(
  z.transform(lowerNames),
  z.pipe(
    z
      .object({ resources: z.nullish(z.array(userSchema)), totalresults: optional(count) })
      .check(z.refine(({ resources, totalresults }) => resources != null || totalresults === 0)),
    z.transform(({ resources, totalresults }) => ({ users: resources ?? [], total: totalresults ?? null })),
  ),
);
export type ListResponse = z.infer<typeof listResponseSchema>;

/** RFC 7644 §3.12, and the shapes that servers send instead of it. */
export const errorBodySchema = z.pipe(
  z.transform(lowerNames),
  z.object({
    scimtype: optional(z.string()),
    detail: optional(z.string()),
    message: optional(z.string()),
    error: optional(z.string()),
    error_description: optional(z.string()),
    errors: z.optional(z.unknown()),
  }),
);

const supported = z.pipe(
  z.pipe(z.transform(lowerNames), z.object({ supported: z.union([z.boolean(), z.stringbool()]) })),
  z.transform((feature) => feature.supported),
);

/** RFC 7643 §5. */
export const serviceProviderConfigSchema = z.pipe(
  z.transform(lowerNames),
  z.object({
    patch: optional(supported),
    etag: optional(supported),
    filter: optional(
      z.pipe(z.transform(lowerNames), z.object({ supported: z.boolean(), maxresults: optional(count) })),
    ),
    bulk: optional(
      z.pipe(
        z.transform(lowerNames),
        z.object({ supported: z.boolean(), maxoperations: optional(count), maxpayloadsize: optional(count) }),
      ),
    ),
  }),
);
export type ServiceProviderConfig = z.infer<typeof serviceProviderConfigSchema>;
