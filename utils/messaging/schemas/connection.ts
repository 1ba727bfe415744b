import { targetProfileNames } from '../../core/connection/target-profile-name.ts';
import { z } from '../../zod.ts';
import { errorInfoSchema } from './error.ts';

/** The connection as a page may see it: never a secret, only whether there is one. */
export const connectionViewSchema = z.object({
  nmbrs: z.nullable(
    z.object({
      domain: z.string(),
      email: z.string(),
      apiUrl: z.string(),
      /** The address was given by hand and does not follow from the domain. */
      customApi: z.boolean(),
      hasToken: z.boolean(),
    }),
  ),
  target: z.nullable(z.object({ scimUrl: z.string(), profile: z.enum(targetProfileNames), hasToken: z.boolean() })),
});
export type ConnectionView = z.infer<typeof connectionViewSchema>;

const token = z.nullable(z.string().check(z.minLength(1), z.maxLength(4000)));

export const saveSourceSchema = z.object({
  domainText: z.string().check(z.maxLength(500)),
  email: z.string().check(z.maxLength(320)),
  /** `null` keeps the token that is there. */
  token,
  /** Empty or absent: the usual address for this domain. */
  apiUrl: z.exactOptional(z.string().check(z.maxLength(500))),
  remember: z.boolean(),
});

export const saveTargetSchema = z.object({
  addressText: z.string().check(z.maxLength(500)),
  token,
  profile: z.enum(targetProfileNames),
  remember: z.boolean(),
});

export const sourceCheckSchema = z.object({
  ok: z.boolean(),
  environment: z.nullable(z.string()),
  companies: z.readonly(z.array(z.object({ id: z.string(), name: z.string() }))),
  permissions: z.readonly(
    z.array(
      z.object({ service: z.string(), method: z.string(), required: z.boolean(), granted: z.nullable(z.boolean()) }),
    ),
  ),
  error: z.nullable(errorInfoSchema),
});

export const targetCheckSchema = z.object({
  ok: z.boolean(),
  accounts: z.nullable(z.number()),
  error: z.nullable(errorInfoSchema),
});
