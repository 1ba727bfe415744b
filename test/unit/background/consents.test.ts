import { describe, expect, it } from 'vitest';
import { createConsents } from '../../../entrypoints/background/guide/consents.ts';
import { createTours } from '../../../entrypoints/background/guide/tours.ts';

function memory() {
  const held = new Map<string, unknown>();
  return {
    get: async (key: string) => held.get(key),
    set: async (key: string, value: unknown) => void held.set(key, value),
    remove: async (key: string) => void held.delete(key),
  };
}

describe('a consent to take the token over', () => {
  it('is good once', async () => {
    const consents = createConsents(memory(), () => 0);
    const { id } = await consents.give(7, 'acme', true);
    expect(await consents.use(id, 7, 'acme')).toMatchObject({ remember: true });
    expect(await consents.use(id, 7, 'acme')).toBeNull();
  });

  it.each([
    ['another tab', 8, 'acme', 0],
    ['another tenant', 7, 'other', 0],
    ['too late', 7, 'acme', 5 * 60_000],
  ])('is no good for %s, and then for nobody', async (_name, tabId, tenant, atMs) => {
    let nowMs = 0;
    const consents = createConsents(memory(), () => nowMs);
    const { id } = await consents.give(7, 'acme', false);
    nowMs = atMs;
    expect(await consents.use(id, tabId, tenant)).toBeNull();
    nowMs = 0;
    expect(await consents.use(id, 7, 'acme')).toBeNull();
  });

  it('is not guessed', async () => {
    const consents = createConsents(memory(), () => 0);
    await consents.give(7, 'acme', false);
    expect(await consents.use('guess', 7, 'acme')).toBeNull();
  });
});

describe('tours', () => {
  it('outlive the worker, and go on in a second tab of the same tenant only', async () => {
    const session = memory();
    await createTours(session).begin(7, 'acme');
    await createTours(session).change(7, 'acme', { userType: 'Administrator' });
    const tours = createTours(session);
    expect(await tours.of(7, 'acme')).toMatchObject({ userType: 'Administrator' });
    expect(await tours.of(8, 'acme')).toMatchObject({ userType: 'Administrator' });
    expect(await tours.of(8, 'other')).toBeNull();
    expect(await tours.of(7, 'other')).toBeNull();
  });

  it('know in every tab what one of them saw', async () => {
    const tours = createTours(memory());
    await tours.begin(7, 'acme');
    await tours.begin(8, 'acme');
    await Promise.all([tours.change(7, 'acme', { token: 'visible' }), tours.change(8, 'acme', { route: 'mine' })]);
    expect(await tours.of(7, 'acme')).toMatchObject({ token: 'visible', route: 'mine' });
    expect(await tours.of(8, 'acme')).toMatchObject({ token: 'visible', route: 'mine' });
  });

  it('begin nowhere by themselves, and end', async () => {
    const tours = createTours(memory());
    expect(await tours.change(7, 'acme', { token: 'visible' })).toBeNull();
    await tours.begin(7, 'acme');
    await tours.end(7);
    expect(await tours.all()).toEqual([]);
  });
});
