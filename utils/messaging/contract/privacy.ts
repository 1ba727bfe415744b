import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';

export const hostPurposes = ['nmbrs-pages', 'nmbrs-api', 'javelo-pages', 'javelo-api', 'flow'] as const;
export type HostPurpose = (typeof hostPurposes)[number];

const hostsSchema = z.readonly(
  z.array(
    z.object({
      /** A match pattern, as the browser asks for it: `https://acme.nmbrs.nl/*`. */
      origin: z.string(),
      /** What for; null for one that was granted once and serves nothing any more. */
      purpose: z.nullable(z.enum(hostPurposes)),
      granted: z.boolean(),
    }),
  ),
);
export type HostView = z.infer<typeof hostsSchema>[number];

/** What the browser lets the companion reach, and the end of everything it keeps. */
export const privacyContract = {
  'permissions.list': { from: page, request: z.null(), response: hostsSchema },
  'permissions.revoke': {
    from: page,
    request: z.object({ origin: z.string().check(z.maxLength(300)) }),
    response: hostsSchema,
  },
  'privacy.eraseEverything': { from: page, request: z.null(), response: z.null() },
} as const satisfies Record<string, ContractEntry>;
