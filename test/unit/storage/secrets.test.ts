import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../utils/storage/database.ts';
import { createSecrets, type SessionMemory } from '../../../utils/storage/secrets.ts';
import { createSettings } from '../../../utils/storage/settings.ts';

function createMemory(): SessionMemory & { readonly values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    remove: async (key) => void values.delete(key),
  };
}

const token = 'canary-4f1c8a-token';

function open() {
  const factory = new IDBFactory();
  const database = openDatabase({ name: 'companion', factory });
  const session = createMemory();
  return { database, session, secrets: createSecrets({ database, session }) };
}

async function readDisk({ database }: ReturnType<typeof open>): Promise<string> {
  const rows = await database.read(['secrets'], (transaction) => transaction.objectStore('secrets').getAll());
  const texts = rows.map((row) => {
    const parts = typeof row === 'object' && row !== null && 'sealed' in row ? [row.sealed as ArrayBuffer] : [];
    return JSON.stringify(row) + parts.map((part) => new TextDecoder('latin1').decode(part)).join('');
  });
  return texts.join('\n');
}

it('keeps a secret for the session only, unless it is to be remembered', async () => {
  const parts = open();
  await parts.secrets.save('nmbrs-token', token, { remember: false });
  expect(await parts.secrets.read('nmbrs-token')).toBe(token);
  parts.session.values.clear();
  expect(await parts.secrets.read('nmbrs-token')).toBeNull();
  expect(await readDisk(parts)).toBe('');
});

it('remembers a secret beyond the session, and never in the clear', async () => {
  const parts = open();
  await parts.secrets.save('nmbrs-token', token, { remember: true });
  await parts.secrets.save('scim-token', 'other', { remember: true });
  parts.session.values.clear();
  const next = createSecrets({ database: parts.database, session: parts.session });
  expect(await next.read('nmbrs-token')).toBe(token);
  expect(await next.read('scim-token')).toBe('other');
  expect(await readDisk(parts)).not.toContain(token);
});

it('encrypts under a key that nobody can take out', async () => {
  const parts = open();
  await parts.secrets.save('nmbrs-token', token, { remember: true });
  const key = await parts.database.read(['secrets'], (transaction) => transaction.objectStore('secrets').get('key'));
  expect(key).toBeInstanceOf(CryptoKey);
  await expect(crypto.subtle.exportKey('raw', key as CryptoKey)).rejects.toThrow();
});

it('never encrypts twice with the same nonce', async () => {
  const parts = open();
  const disks = new Set<string>();
  for (let at = 0; at < 3; at += 1) {
    await parts.secrets.save('nmbrs-token', token, { remember: true });
    disks.add(await readDisk(parts));
  }
  expect(disks.size).toBe(3);
});

it('forgets at once and everywhere', async () => {
  const parts = open();
  await parts.secrets.save('nmbrs-token', token, { remember: true });
  await parts.secrets.forget('nmbrs-token');
  expect(await parts.secrets.read('nmbrs-token')).toBeNull();
  expect(parts.session.values.size).toBe(0);
});

it('no longer remembers what is saved again for the session only', async () => {
  const parts = open();
  await parts.secrets.save('nmbrs-token', token, { remember: true });
  await parts.secrets.save('nmbrs-token', token, { remember: false });
  parts.session.values.clear();
  expect(await parts.secrets.read('nmbrs-token')).toBeNull();
});

it('does not take one secret for the other', async () => {
  const parts = open();
  await parts.secrets.save('nmbrs-token', token, { remember: true });
  parts.session.values.clear();
  await parts.database.write(['secrets'], async (transaction) => {
    const store = transaction.objectStore('secrets');
    await store.put(await store.get('nmbrs-token'), 'scim-token');
  });
  await expect(parts.secrets.read('scim-token')).rejects.toMatchObject({
    code: 'journal-damaged',
    params: { store: 'secrets', key: 'scim-token' },
  });
});

it('keeps settings, and knows none at first', async () => {
  const { database } = open();
  const settings = createSettings(database);
  const connection = {
    nmbrs: { apiUrl: 'https://api.nmbrs.nl/soap/v3', domain: 'acme', email: 'admin@acme.example' },
    target: { scimUrl: 'https://acme.javelo.example/scim/v2', profile: 'javelo' },
  } as const;
  expect(await settings.readConnection()).toEqual({ nmbrs: null, target: null });
  await settings.saveConnection(connection);
  expect(await createSettings(database).readConnection()).toEqual(connection);
});
