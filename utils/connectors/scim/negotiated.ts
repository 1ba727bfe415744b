import { hashJson } from '../../core/hash.ts';
import type { Json } from '../../core/ids.ts';
import { z } from '../../zod.ts';
import { filterQuotings, lookupAttributes, pagingParameters, type TargetProfile } from './profile.ts';

/** What a connection's target was found to do. `null` = could not be found out: the profile's assumption stays. */
const negotiatedSchema = z.object({
  version: z.literal(1),
  /** Whether there were accounts to learn from. */
  sampled: z.boolean(),
  /** Whether `/ServiceProviderConfig` was there. */
  discovery: z.boolean(),
  pagingParameter: z.nullable(z.enum(pagingParameters)),
  totalsTrusted: z.nullable(z.boolean()),
  /** The largest page the target gives, where it said so. */
  largestPage: z.nullable(z.int().check(z.positive())),
  quoting: z.nullable(z.enum(filterQuotings)),
  filterable: z.nullable(z.array(z.enum(lookupAttributes))),
  dateFormat: z.nullable(z.enum(['YYYY-MM-DD', 'DD-MM-YYYY'])),
  etag: z.nullable(z.boolean()),
  bulk: z.nullable(
    z.object({ maxOperations: z.int().check(z.positive()), maxPayloadBytes: z.int().check(z.positive()) }),
  ),
});
export type NegotiatedProfile = z.infer<typeof negotiatedSchema>;

/** What was found out, with what it holds for and since when. */
const storedSchema = z.object({
  /** Of address and profile: with another of either, it says nothing. */
  connection: z.string(),
  atMs: z.number(),
  found: negotiatedSchema,
});
export type StoredNegotiation = z.infer<typeof storedSchema>;

/** After that it is asked again: servers learn. */
const goodForMs = 30 * 86_400_000;

/** A stored negotiation, or null where there is none that this version understands. */
export function readNegotiated(json: Json | undefined): StoredNegotiation | null {
  const parsed = storedSchema.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** Whether it still holds: not too old, and made when there was somebody in the target to learn from. */
export function isCurrent({ atMs, found }: StoredNegotiation, nowMs: number): boolean {
  return found.sampled && nowMs >= atMs && nowMs - atMs < goodForMs;
}

/** What a negotiation belongs to: an address, and the profile that it started from. */
export function connectionKey(scimUrl: string, profile: TargetProfile): string {
  return hashJson([scimUrl, profile as unknown as Json]);
}

/** The profile with every assumption replaced that was found out. */
export function applyNegotiated(profile: TargetProfile, found: NegotiatedProfile | null): TargetProfile {
  if (found === null) return profile;
  const { paging, filter } = profile;
  return {
    ...profile,
    paging: {
      ...paging,
      parameter: found.pagingParameter ?? paging.parameter,
      alternative: found.pagingParameter === null ? paging.alternative : null,
      pageSize: Math.min(paging.pageSize, found.largestPage ?? paging.pageSize),
      totalsTrusted: found.totalsTrusted ?? paging.totalsTrusted,
    },
    filter: {
      quoting: found.quoting ?? filter.quoting,
      proven: found.quoting !== null || filter.proven,
      attributes: found.filterable ?? filter.attributes,
    },
    dateFormat: found.dateFormat ?? profile.dateFormat,
    etag: found.etag ?? profile.etag,
    bulk: found.bulk,
  };
}
