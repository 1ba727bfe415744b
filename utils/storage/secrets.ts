import { CompanionError } from '../core/errors.ts';
import type { SecretName, Secrets } from '../ports/secrets.ts';
import { z } from '../zod.ts';
import type { Database } from './database.ts';

/** Memory that lasts as long as the browser session: survives a worker's death, never reaches the disk. */
export interface SessionMemory {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

const keyName = 'key';

const sealedRow = z.object({ iv: z.instanceof(Uint8Array), sealed: z.instanceof(ArrayBuffer) });

/**
 * The vault (design.md rule 6; nmbrs-ui.md §7.4). A secret lives in the session's memory; one that is to be remembered
 * lies encrypted in IndexedDB too, under a key that WebCrypto will not hand out. That keeps it from whoever reads or
 * copies files, not from whoever runs code in this browser profile.
 */
export function createSecrets({ database, session }: { database: Database; session: SessionMemory }): Secrets {
  return {
    async read(name) {
      const held = await session.get(sessionKey(name));
      if (typeof held === 'string') return held;
      const opened = await openSealed(database, name);
      if (opened !== null) await session.set(sessionKey(name), opened);
      return opened;
    },

    async save(name, value, { remember }) {
      if (remember) await seal(database, name, value);
      else await dropSealed(database, name);
      await session.set(sessionKey(name), value);
    },

    async forget(name) {
      await session.remove(sessionKey(name));
      await dropSealed(database, name);
    },
  };
}

function sessionKey(name: SecretName): string {
  return `secret:${name}`;
}

async function seal(database: Database, name: SecretName, value: string): Promise<void> {
  const key = (await readKey(database)) ?? (await makeKey(database));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  // The name is authenticated too: one secret cannot be passed off as the other.
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytes(name) }, key, bytes(value));
  await database.write(['secrets'], async (transaction) => {
    await transaction.objectStore('secrets').put({ iv, sealed }, name);
  });
}

async function openSealed(database: Database, name: SecretName): Promise<string | null> {
  const row = await database.read(['secrets'], (transaction) => transaction.objectStore('secrets').get(name));
  if (row === undefined) return null;
  const key = await readKey(database);
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

async function dropSealed(database: Database, name: SecretName): Promise<void> {
  await database.write(['secrets'], async (transaction) => {
    await transaction.objectStore('secrets').delete(name);
  });
}

async function readKey(database: Database): Promise<CryptoKey | null> {
  const key = await database.read(['secrets'], (transaction) => transaction.objectStore('secrets').get(keyName));
  return key instanceof CryptoKey ? key : null;
}

/** Made outside a transaction, because none stays open while WebCrypto works; whoever stored his first wins. */
async function makeKey(database: Database): Promise<CryptoKey> {
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return database.write(['secrets'], async (transaction) => {
    const store = transaction.objectStore('secrets');
    const known = await store.get(keyName);
    if (known instanceof CryptoKey) return known;
    await store.put(fresh, keyName);
    return fresh;
  });
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
