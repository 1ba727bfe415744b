import { targetProfileNames } from '../../core/connection/target-profile-name.ts';
import { z } from '../../zod.ts';
import { errorInfoSchema } from './error.ts';

/** The connection as a page may see it: never a secret, only whether there is one. */
export const connectionViewSchema = z.object({
  nmbrs: z
    .object({
      domain: z.string(),
      email: z.string(),
      apiUrl: z.string(),
      /** The address was given by hand and does not follow from the domain. */
      customApi: z.boolean(),
      hasToken: z.boolean(),
    })
    .nullable(),
  target: z.object({ scimUrl: z.string(), profile: z.enum(targetProfileNames), hasToken: z.boolean() }).nullable(),
});
export type ConnectionView = z.infer<typeof connectionViewSchema>;

const token = z.string().min(1).max(4000).nullable();

export const saveSourceSchema = z.object({
  domainText: z.string().max(500),
  email: z.string().max(320),
  /** `null` keeps the token that is there. */
  token,
  /** Empty or absent: the usual address for this domain. */
  apiUrl: z.string().max(500).exactOptional(),
  remember: z.boolean(),
});

export const saveTargetSchema = z.object({
  addressText: z.string().max(500),
  token,
  profile: z.enum(targetProfileNames),
  remember: z.boolean(),
});

export const sourceCheckSchema = z.object({
  ok: z.boolean(),
  environment: z.string().nullable(),
  companies: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
  permissions: z
    .array(
      z.object({ service: z.string(), method: z.string(), required: z.boolean(), granted: z.boolean().nullable() }),
    )
    .readonly(),
  error: errorInfoSchema.nullable(),
});

export const targetCheckSchema = z.object({
  ok: z.boolean(),
  accounts: z.number().nullable(),
  error: errorInfoSchema.nullable(),
});
