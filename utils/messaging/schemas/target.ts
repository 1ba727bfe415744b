import { accountAttributes } from '../../core/account.ts';
import { targetProfileNames } from '../../core/connection/target-profile-name.ts';
import { z } from '../../zod.ts';

const value = z.union([z.string().check(z.maxLength(500)), z.number(), z.boolean(), z.null()]);

/** What an admin has set otherwise than the profile assumes, by flat name (`paths.birthDate`); a setting left out goes by the profile. */
export const overridesSchema = z.record(z.string().check(z.maxLength(100)), value);

/** How the target's profile stands: every setting, and the attributes that the target has turned out not to take. */
export const targetProfileSchema = z.object({
  profile: z.enum(targetProfileNames),
  settings: z.readonly(
    z.array(
      z.object({
        key: z.string(),
        kind: z.enum(['text', 'choice', 'switch', 'number']),
        choices: z.readonly(z.array(z.string())),
        assumed: value,
        found: z.exactOptional(value),
        override: z.exactOptional(value),
      }),
    ),
  ),
  /** When the target was last found out, in ms since 1970. */
  foundAtMs: z.nullable(z.number()),
  notAccepted: z.readonly(z.array(z.enum(accountAttributes))),
});
