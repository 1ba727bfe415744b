import { CompanionError } from '../../core/errors.ts';
import { type SecretName, secretNames, type Vault, type VaultStatus } from '../../ports/secrets.ts';
import type { Database } from '../database.ts';
import { unwrapKey, wrapKey } from './passphrase-key.ts';
import { seal, unseal } from './sealed.ts';
import {
  dropSessionKey,
  holdSessionKey,
  importKey,
  keyName,
  makeKey,
  makeRawKey,
  readKey,
  readRow,
  readSessionKey,
  readWrapped,
  type SessionMemory,
  wrappedName,
} from './vault-key.ts';

export type { SessionMemory } from './vault-key.ts';

/**
 * The vault (design.md rule 6; nmbrs-ui.md §7.4). A secret lives in the session's memory; one that is to be remembered
 * lies encrypted in IndexedDB too, under a key that WebCrypto will not hand out. That keeps it from whoever reads or
 * copies single files, not from whoever owns the browser profile; a passphrase that wraps the key does that too.
 */
export function createVault({ database, session }: { database: Database; session: SessionMemory }): Vault {
  const vault: Vault = {
    async read(name) {
      const held = await session.get(sessionKey(name));
      if (typeof held === 'string') return held;
      const row = await readRow(database, name);
      if (row === undefined) return null;
      const opened = await unseal(await readKey(database, session), name, row);
      await session.set(sessionKey(name), opened);
      return opened;
    },

    async save(name, value, { remember }) {
      if (remember) {
        const key = (await readKey(database, session)) ?? (await makeKey(database));
        const row = await seal(key, name, value);
        await database.write(['secrets'], async (transaction) => {
          await transaction.objectStore('secrets').put(row, name);
        });
      } else await dropSealed(database, name);
      await session.set(sessionKey(name), value);
    },

    async forget(name) {
      await session.remove(sessionKey(name));
      await dropSealed(database, name);
    },

    status: () => readStatus(database, session),

    async remember(name, remember) {
      const value = await vault.read(name);
      if (value === null) throw new CompanionError('secret-missing', { name });
      await vault.save(name, value, { remember });
    },

    async setPassphrase(passphrase) {
      const { secrets } = await readStatus(database, session);
      const remembered: [SecretName, string][] = [];
      for (const { name } of secrets.filter((secret) => secret.remembered)) {
        remembered.push([name, (await vault.read(name)) ?? '']);
      }
      // Without anything remembered, only the key itself shows that the old passphrase is known.
      await readKey(database, session);
      const raw = makeRawKey();
      const key = await importKey(raw);
      const wrapped = passphrase === null ? null : await wrapKey(raw, passphrase);
      const rows = await Promise.all(
        remembered.map(async ([name, value]) => [name, await seal(key, name, value)] as const),
      );
      await database.write(['secrets'], async (transaction) => {
        const store = transaction.objectStore('secrets');
        await store.clear();
        await (wrapped ? store.put(wrapped, wrappedName) : store.put(key, keyName));
        for (const [name, row] of rows) await store.put(row, name);
      });
      if (wrapped) await holdSessionKey(session, raw);
      else await dropSessionKey(session);
    },

    async lock() {
      const { passphrase, secrets } = await readStatus(database, session);
      if (!passphrase) return;
      await dropSessionKey(session);
      for (const { name, remembered } of secrets) if (remembered) await session.remove(sessionKey(name));
    },

    async unlock(passphrase) {
      const wrapped = await readWrapped(database);
      if (!wrapped) return;
      const raw = await unwrapKey(wrapped, passphrase);
      if (raw === null) throw new CompanionError('passphrase-wrong');
      await holdSessionKey(session, raw);
    },
  };
  return vault;
}

async function readStatus(database: Database, session: SessionMemory): Promise<VaultStatus> {
  const secrets = await Promise.all(
    secretNames.map(async (name) => {
      const remembered = (await readRow(database, name)) !== undefined;
      return { name, remembered, present: remembered || typeof (await session.get(sessionKey(name))) === 'string' };
    }),
  );
  const passphrase = (await readRow(database, wrappedName)) !== undefined;
  return { secrets, passphrase, locked: passphrase && (await readSessionKey(session)) === null };
}

function sessionKey(name: SecretName): string {
  return `secret:${name}`;
}

async function dropSealed(database: Database, name: SecretName): Promise<void> {
  await database.write(['secrets'], async (transaction) => {
    await transaction.objectStore('secrets').delete(name);
  });
}
