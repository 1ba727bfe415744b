import { CompanionError } from '../../core/errors.ts';
import type { SecretName } from '../../ports/secrets.ts';
import { z } from '../../zod.ts';

const sealedRow = z.object({ iv: z.instanceof(Uint8Array), sealed: z.instanceof(ArrayBuffer) });
export type Sealed = z.infer<typeof sealedRow>;

/** Encrypts a secret with AES-GCM under a fresh nonce. The name is authenticated too: one secret cannot be passed off as the other. */
export async function seal(key: CryptoKey, name: SecretName, value: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytes(name) }, key, bytes(value));
  return { iv, sealed };
}

/** Decrypts a row of the `secrets` store. Throws `journal-damaged` for what is no such row, or not sealed by this key and name. */
export async function unseal(key: CryptoKey | null, name: SecretName, row: unknown): Promise<string> {
  const parsed = sealedRow.safeParse(row);
  if (!key || !parsed.success) throw new CompanionError('journal-damaged', { store: 'secrets', key: name });
  const iv = new Uint8Array(parsed.data.iv);
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: bytes(name) },
      key,
      parsed.data.sealed,
    );
    return new TextDecoder().decode(opened);
  } catch (cause) {
    throw new CompanionError('journal-damaged', { store: 'secrets', key: name }, { cause });
  }
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
