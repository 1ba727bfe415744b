import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';

const secretName = z.enum(['nmbrs-token', 'scim-token']);

const vaultStatusSchema = z.object({
  secrets: z.readonly(z.array(z.object({ name: secretName, present: z.boolean(), remembered: z.boolean() }))),
  passphrase: z.boolean(),
  locked: z.boolean(),
});

// Long enough not to be guessed at 600,000 rounds a guess, short enough to be typed.
const passphrase = z.string().check(z.minLength(12), z.maxLength(500));

/** What the admin decides about the secrets. Each answers with how the vault stands then, and none with a secret. */
export const secretsContract = {
  'secrets.status': { from: page, request: z.null(), response: vaultStatusSchema },
  'secrets.remember': {
    from: page,
    request: z.object({ name: secretName, remember: z.boolean() }),
    response: vaultStatusSchema,
  },
  'secrets.setPassphrase': {
    from: page,
    request: z.object({ passphrase: z.nullable(passphrase) }),
    response: vaultStatusSchema,
  },
  'secrets.lock': { from: page, request: z.null(), response: vaultStatusSchema },
  'secrets.unlock': {
    from: page,
    request: z.object({ passphrase: z.string().check(z.minLength(1), z.maxLength(500)) }),
    response: vaultStatusSchema,
  },
  'secrets.forget': { from: page, request: z.object({ name: secretName }), response: vaultStatusSchema },
} as const satisfies Record<string, ContractEntry>;
