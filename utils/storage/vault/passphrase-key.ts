import { z } from '../../zod.ts';

/**
 * PBKDF2-HMAC-SHA-256 with the work factor of OWASP's Password Storage Cheat Sheet (600,000). Argon2id would be the
 * stronger choice, but WebCrypto has none, and a WebAssembly build needs `wasm-unsafe-eval` in the extension's CSP,
 * which stays without exceptions. The count is kept beside the key, so that it can rise without breaking what is stored.
 */
const iterations = 600_000;

/** The key that encrypts secrets, encrypted itself under the passphrase. */
export const wrappedKeyRow = z.object({
  iterations: z.int().check(z.gte(100_000), z.lte(10_000_000)),
  salt: z.instanceof(Uint8Array),
  iv: z.instanceof(Uint8Array),
  wrapped: z.instanceof(ArrayBuffer),
});
export type WrappedKey = z.infer<typeof wrappedKeyRow>;

/** Encrypts the raw key (32 bytes) under a passphrase, with a fresh salt. */
export async function wrapKey(raw: Uint8Array<ArrayBuffer>, passphrase: string): Promise<WrappedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await deriveKey(passphrase, salt, iterations);
  return { iterations, salt, iv, wrapped: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, raw) };
}

/** The raw key; null when the passphrase is not the right one. */
export async function unwrapKey(row: WrappedKey, passphrase: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = await deriveKey(passphrase, new Uint8Array(row.salt), row.iterations);
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(row.iv) }, key, row.wrapped),
    );
  } catch {
    return null;
  }
}

async function deriveKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, times: number): Promise<CryptoKey> {
  // The same passphrase typed on another keyboard may come in another composition of the same letters.
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
