import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../utils/storage/database.ts';
import { createSettings } from '../../../utils/storage/settings.ts';
import { createVault, type SessionMemory } from '../../../utils/storage/vault/vault.ts';

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
  return { database, session, secrets: createVault({ database, session }) };
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
  const next = createVault({ database: parts.database, session: parts.session });
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

const passphrase = 'correct horse battery staple';

it('keeps what is remembered behind a passphrase, and opens it again in the next session', async () => {
  const parts = open();
  await parts.secrets.save('nmbrs-token', token, { remember: true });
  await parts.secrets.setPassphrase(passphrase);
  expect(await parts.secrets.read('nmbrs-token')).toBe(token);
  parts.session.values.clear();
  const next = createVault({ database: parts.database, session: parts.session });
  expect(await next.status()).toMatchObject({ passphrase: true, locked: true });
  await expect(next.read('nmbrs-token')).rejects.toMatchObject({ code: 'secret-locked' });
  await expect(next.unlock('wrong')).rejects.toMatchObject({ code: 'passphrase-wrong' });
  await expect(next.read('nmbrs-token')).rejects.toMatchObject({ code: 'secret-locked' });
  await next.unlock(passphrase);
  expect(await next.read('nmbrs-token')).toBe(token);
  expect(await next.status()).toEqual({
    secrets: [
      { name: 'nmbrs-token', present: true, remembered: true },
      { name: 'scim-token', present: false, remembered: false },
    ],
    passphrase: true,
    locked: false,
  });
});

it('leaves no key behind that opens without the passphrase', async () => {
  const parts = open();
  await parts.secrets.save('nmbrs-token', token, { remember: true });
  await parts.secrets.setPassphrase(passphrase);
  const rows = await parts.database.read(['secrets'], (transaction) => transaction.objectStore('secrets').getAll());
  expect(rows.filter((row) => row instanceof CryptoKey)).toEqual([]);
  const stored = await parts.database.read(['secrets'], (transaction) =>
    transaction.objectStore('secrets').get('wrapped-key'),
  );
  expect(stored).toMatchObject({ iterations: 600_000 });
});

it('locks at once, and only what is remembered', async () => {
  const parts = open();
  await parts.secrets.save('nmbrs-token', token, { remember: true });
  await parts.secrets.save('scim-token', 'for this session', { remember: false });
  await parts.secrets.setPassphrase(passphrase);
  await parts.secrets.lock();
  expect(JSON.stringify([...parts.session.values])).not.toContain(token);
  await expect(parts.secrets.read('nmbrs-token')).rejects.toMatchObject({ code: 'secret-locked' });
  await expect(parts.secrets.save('nmbrs-token', 'new', { remember: true })).rejects.toMatchObject({
    code: 'secret-locked',
  });
  await expect(parts.secrets.setPassphrase(null)).rejects.toMatchObject({ code: 'secret-locked' });
  expect(await parts.secrets.read('scim-token')).toBe('for this session');
});

it('changes and takes away the passphrase without losing what is remembered', async () => {
  const parts = open();
  await parts.secrets.save('nmbrs-token', token, { remember: true });
  await parts.secrets.setPassphrase(passphrase);
  await parts.secrets.setPassphrase('another long passphrase');
  await parts.secrets.lock();
  await expect(parts.secrets.unlock(passphrase)).rejects.toMatchObject({ code: 'passphrase-wrong' });
  await parts.secrets.unlock('another long passphrase');
  await parts.secrets.setPassphrase(null);
  parts.session.values.clear();
  expect(await parts.secrets.status()).toMatchObject({ passphrase: false, locked: false });
  expect(await parts.secrets.read('nmbrs-token')).toBe(token);
});

it('forgets also what is locked', async () => {
  const parts = open();
  await parts.secrets.save('nmbrs-token', token, { remember: true });
  await parts.secrets.setPassphrase(passphrase);
  await parts.secrets.lock();
  await parts.secrets.forget('nmbrs-token');
  expect(await parts.secrets.read('nmbrs-token')).toBeNull();
});

it('remembers later what was saved for the session', async () => {
  const parts = open();
  await parts.secrets.save('nmbrs-token', token, { remember: false });
  await parts.secrets.remember('nmbrs-token', true);
  parts.session.values.clear();
  expect(await parts.secrets.read('nmbrs-token')).toBe(token);
  await parts.secrets.remember('nmbrs-token', false);
  expect(await parts.secrets.read('nmbrs-token')).toBe(token);
  parts.session.values.clear();
  expect(await parts.secrets.read('nmbrs-token')).toBeNull();
  await expect(parts.secrets.remember('nmbrs-token', true)).rejects.toMatchObject({ code: 'secret-missing' });
});

it('is gone from the disk with the database', async () => {
  const parts = open();
  await parts.secrets.save('nmbrs-token', token, { remember: true });
  await parts.database.destroy();
  parts.session.values.clear();
  expect(await parts.secrets.read('nmbrs-token')).toBeNull();
  expect(await readDisk(parts)).toBe('');
});
