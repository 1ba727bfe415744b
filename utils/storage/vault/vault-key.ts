import { CompanionError } from '../../core/errors.ts';
import { z } from '../../zod.ts';
import type { Database } from '../database.ts';
import { type WrappedKey, wrappedKeyRow } from './passphrase-key.ts';

/** Memory that lasts as long as the browser session: survives a worker's death, never reaches the disk. */
export interface SessionMemory {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

export const keyName = 'key';
export const wrappedName = 'wrapped-key';
/** While unlocked the key lies in session memory, which holds JSON only, beside the very secrets that it opens. */
const sessionKeyName = 'vault-key';
const heldKey = z.array(z.int().check(z.gte(0), z.lte(255))).check(z.length(32));

export function makeRawKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}

export function importKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, { name: 'AES-GCM' }, false, ['encrypt', 'decrypt']);
}

export async function readWrapped(database: Database): Promise<WrappedKey | null> {
  const row = await readRow(database, wrappedName);
  if (row === undefined) return null;
  const parsed = wrappedKeyRow.safeParse(row);
  if (!parsed.success) throw new CompanionError('journal-damaged', { store: 'secrets', key: wrappedName });
  return parsed.data;
}

/** The key that opens what is remembered; null where there is none yet. Throws `secret-locked` behind a passphrase. */
export async function readKey(database: Database, session: SessionMemory): Promise<CryptoKey | null> {
  if (await readWrapped(database)) {
    const raw = await readSessionKey(session);
    if (raw === null) throw new CompanionError('secret-locked');
    return importKey(raw);
  }
  const key = await readRow(database, keyName);
  return key instanceof CryptoKey ? key : null;
}

/** Made outside a transaction, because none stays open while WebCrypto works; whoever stored his first wins. */
export async function makeKey(database: Database): Promise<CryptoKey> {
  const fresh = await importKey(makeRawKey());
  return database.write(['secrets'], async (transaction) => {
    const store = transaction.objectStore('secrets');
    const known = await store.get(keyName);
    if (known instanceof CryptoKey) return known;
    await store.put(fresh, keyName);
    return fresh;
  });
}

export async function holdSessionKey(session: SessionMemory, raw: Uint8Array): Promise<void> {
  await session.set(sessionKeyName, [...raw]);
}

export async function dropSessionKey(session: SessionMemory): Promise<void> {
  await session.remove(sessionKeyName);
}

export async function readSessionKey(session: SessionMemory): Promise<Uint8Array<ArrayBuffer> | null> {
  const held = await session.get(sessionKeyName);
  const parsed = heldKey.safeParse(held);
  return parsed.success ? Uint8Array.from(parsed.data) : null;
}

export function readRow(database: Database, name: string): Promise<unknown> {
  return database.read(['secrets'], (transaction) => transaction.objectStore('secrets').get(name));
}
