import type { Json } from '../../core/ids.ts';
import { z } from '../../zod.ts';
import { filterQuotings, lookupAttributes, pagingParameters, type TargetProfile } from './profile.ts';

/** What a connection's target was found to do. `null` = could not be found out: the profile's assumption stays. */
const negotiatedSchema = z.object({
  version: z.literal(1),
  /** Whether `/ServiceProviderConfig` was there. */
  discovery: z.boolean(),
  pagingParameter: z.enum(pagingParameters).nullable(),
  totalsTrusted: z.boolean().nullable(),
  /** The largest page the target gives, where it said so. */
  largestPage: z.number().int().positive().nullable(),
  quoting: z.enum(filterQuotings).nullable(),
  filterable: z.array(z.enum(lookupAttributes)).nullable(),
  dateFormat: z.enum(['YYYY-MM-DD', 'DD-MM-YYYY']).nullable(),
  etag: z.boolean().nullable(),
  bulk: z
    .object({ maxOperations: z.number().int().positive(), maxPayloadBytes: z.number().int().positive() })
    .nullable(),
});
export type NegotiatedProfile = z.infer<typeof negotiatedSchema>;

/** A stored negotiation, or null where there is none that this version understands. */
export function parseNegotiated(json: Json | undefined): NegotiatedProfile | null {
  const parsed = negotiatedSchema.safeParse(json);
  return parsed.success ? parsed.data : null;
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
