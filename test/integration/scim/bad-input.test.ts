import { afterEach, describe, expect, test } from 'vitest';
import { CompanionError } from '../../../utils/core/errors.ts';
import type { LogEntry } from '../../../utils/core/log/log-entry.ts';
import type { Person } from '../../../utils/core/person.ts';
import type { Run } from '../../../utils/core/run/run.ts';
import { loadTranslator } from '../../../utils/i18n/load-translator.ts';
import { locales } from '../../../utils/i18n/locales.ts';
import { reasonText } from '../../../utils/i18n/log-text.ts';
import { outcomeText } from '../../../utils/i18n/run-text.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { aPerson } from '../../support/journal-rows.ts';
import { openScimRun, type ScimRun } from '../../support/scim-run.ts';
import { sandboxToken } from '../../support/scim-sandbox.ts';

const team = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'].map((id) => aPerson(id, { job: 'Job' }));
const change = (id: string, changes: Partial<Person>) =>
  team.map((person) => (person.sourceId === id ? { ...person, ...changes } : person));
let run: ScimRun;
afterEach(() => run.close());

/** Nobody twice, by login and by id. */
function expectNoTwins(accounts: number): void {
  const users = run.sandbox.scim.users();
  expect(users).toHaveLength(accounts);
  expect(new Set(users.map(({ userName }) => userName.toLowerCase())).size).toBe(accounts);
  const ids = users.flatMap(({ externalId }) => (externalId === undefined ? [] : [externalId]));
  expect(new Set(ids).size).toBe(ids.length);
}

/** The person's row, which says something of its own, with nothing left open, in every language. */
async function rowOf(done: Run, id: string): Promise<LogEntry> {
  const row = (await run.log(done)).find(({ sourceId }) => sourceId === id);
  if (!row) throw new Error('there is no row');
  const said = await inEveryLanguage((t) => {
    const { what, advice } = reasonText(t, row, run.bench.clock.nowMs());
    return `${what} ${advice ?? ''}`;
  });
  expect(new Set(said).size).toBe(locales.length);
  return row;
}

async function inEveryLanguage(say: (t: Translate) => string): Promise<readonly string[]> {
  const said = await Promise.all(locales.map(async (locale) => say(await loadTranslator([locale]))));
  for (const sentence of said) {
    expect(sentence.length).toBeGreaterThan(10);
    expect(sentence).not.toMatch(/\{|undefined|errors\.|reasons\./);
  }
  return said;
}

describe.each(['javelo', 'rfc'] as const)('%s', (profile) => {
  const open = async (people: readonly Person[], switches: Record<string, unknown> = {}) => {
    run = await openScimRun(people, { profile, switches: { rate: null, ...switches } });
  };

  test('two people with one e-mail address', async () => {
    await open(change('2', { workEmail: 'P1@acme.example' }));
    const done = await run.bench.run();
    expect(done.counts).toMatchObject({ created: 10, skipped: 2 });
    for (const id of ['1', '2']) expect(await rowOf(done, id)).toMatchObject({ reason: 'duplicate-work-email' });
    expectNoTwins(10);
  });

  test('an e-mail address with a space', async () => {
    await open(change('2', { workEmail: 'p 2@acme.example' }));
    const done = await run.bench.run();
    expect(await rowOf(done, '2')).toMatchObject({ outcome: 'skipped', reason: 'invalid-work-email' });
    expectNoTwins(11);
  });

  test('a user renamed in Javelo meanwhile is renamed back, and is the same account', async () => {
    await open(team);
    await run.bench.run();
    await patchOutside({ userName: 'renamed@acme.example' }, 'p2@acme.example');
    const done = await run.bench.run();
    expect(done.counts).toMatchObject({ updated: 1, unchanged: 11, created: 0 });
    expect(await rowOf(done, '2')).toMatchObject({ outcome: 'updated', match: { by: 'link' } });
    expect(run.sandbox.scim.users().some(({ userName }) => userName === 'p2@acme.example')).toBe(true);
    expectNoTwins(12);
  });

  test('a user renamed in Javelo before anybody was linked is found by number', async () => {
    await open(team);
    await run.bench.run();
    await patchOutside({ userName: 'renamed@acme.example', externalId: 'legacy' }, 'p2@acme.example');
    const fresh = await openScimRun(team, { profile, switches: { rate: null } });
    try {
      fresh.sandbox.scim.plant(run.sandbox.scim.users().map((user) => ({ ...user })));
      const done = await fresh.bench.run();
      expect(done.counts).toMatchObject({ created: 0 });
      expect(fresh.sandbox.scim.users()).toHaveLength(12);
    } finally {
      await fresh.close();
    }
  });

  test('an account deleted between plan and apply', async () => {
    await open(team, { deleteMode: '204-hard' });
    await run.bench.run();
    run.bench.people = change('2', { job: 'New' });
    let isDeleted = false;
    run.bench.interfereWith('journal', (method) => {
      if (method === 'markInFlight' && !isDeleted) isDeleted = deleteOutside('p2@acme.example');
      return null;
    });
    const done = await run.bench.run();
    expect(done.counts).toMatchObject({ created: 1, unchanged: 11 });
    expect(await rowOf(done, '2')).toMatchObject({ outcome: 'created', reason: 'new-in-source' });
    expectNoTwins(12);
    expect((await run.bench.run()).counts).toMatchObject({ unchanged: 12 });
  });

  test.each(['duplicate-once', 'skip-once'])(
    'a list that changes while it is read is read again: %s',
    async (unstablePages) => {
      await open(team);
      await run.bench.run();
      run.sandbox.scim.configure({ unstablePages });
      expect((await run.bench.run()).counts).toMatchObject({ unchanged: 12, created: 0 });
      expectNoTwins(12);
    },
  );

  test.each(['duplicate', 'skip'])(
    'a list that never comes to rest stops the run before anything is written: %s',
    async (unstablePages) => {
      await open(team);
      await run.bench.run();
      run.bench.people = [...team, aPerson('13')];
      run.sandbox.scim.configure({ unstablePages });
      run.requests();
      const done = await run.bench.run();
      expect(done).toMatchObject({ state: 'failed', error: { code: 'target-list-unstable' } });
      await inEveryLanguage((t) => outcomeText(t, done, 0).what);
      expect(Object.keys(run.requests()).every((name) => name.startsWith('GET'))).toBe(true);
      expectNoTwins(12);
    },
  );

  test('a list whose every page is the first stops the run before anything is written', async () => {
    await open(team);
    await run.bench.run();
    run.bench.people = [...team, aPerson('13')];
    run.sandbox.scim.configure({ repeatPage: 'on' });
    const done = await run.bench.run();
    expect(done).toMatchObject({
      state: 'failed',
      error: { code: expect.stringMatching(/page-repeated|list-unstable/) },
    });
    await inEveryLanguage((t) => outcomeText(t, done, 0).what);
    expectNoTwins(12);
  });

  test.each(['full', 'userName', 'none'])('an answer lost after a POST, filters: %s', async (filterSupport) => {
    await open(team, { filterSupport, bulk: '404' });
    let lost = 0;
    run.bench.interfereWith('target', (method) => {
      if (method !== 'create' || lost >= 4) return null;
      lost += 1;
      return lost % 2 === 0
        ? { kind: 'die-after' }
        : { kind: 'fail-after', error: new CompanionError('target-timeout') };
    });
    const done = await run.bench.run();
    expect(done.counts).toMatchObject({ created: 12, failed: 0, waiting: 0 });
    expect(lost).toBe(4);
    expect(await rowOf(done, '1')).toMatchObject({ outcome: 'created' });
    expectNoTwins(12);
  });

  test('a 409 for somebody who shows up in no list', async () => {
    await open(team, { createInvisible: ['p2@acme.example'] });
    const done = await run.bench.run();
    expect(done.counts).toMatchObject({ created: 11, failed: 1 });
    expect(await rowOf(done, '2')).toMatchObject({ outcome: 'failed', error: { code: 'target-conflict' } });
    const posts = () => run.requests()['POST /Users'] ?? 0;
    posts();
    // The next runs ask again once, and still make nobody twice.
    expect((await run.bench.run()).counts).toMatchObject({ failed: 1, unchanged: 11 });
    expect(posts()).toBe(1);
    expectNoTwins(11);
  });

  test('200 with an empty body', async () => {
    await open(team, { emptyBody: 'on' });
    const done = await run.bench.run();
    expect(done.counts).toMatchObject({ created: 12, failed: 0 });
    expect(await rowOf(done, '2')).toMatchObject({ outcome: 'created' });
    expectNoTwins(12);
    expect((await run.bench.run()).counts).toMatchObject({ unchanged: 12 });
  });

  test('one account that fits two people, and two that fit one', async () => {
    await open(team);
    run.sandbox.scim.plant([
      { userName: 'p1@acme.example', externalId: 'x1', ...number('2') },
      { userName: 'twin-a@acme.example', externalId: '3' },
      { userName: 'twin-b@acme.example', externalId: '3' },
    ]);
    const done = await run.bench.run();
    for (const id of ['1', '2']) expect(await rowOf(done, id)).toMatchObject({ reason: 'account-claimed-twice' });
    expect(await rowOf(done, '3')).toMatchObject({ reason: 'match-ambiguous' });
    expect(done.counts).toMatchObject({ created: 9, skipped: 3 });
    expect(
      run.sandbox.scim
        .users()
        .slice(0, 3)
        .map(({ userName }) => userName),
    ).toEqual(['p1@acme.example', 'twin-a@acme.example', 'twin-b@acme.example']);
  });

  test.each(['preserve', 'exact'])('an account in other letters is the same one, case %s', async (userNameCase) => {
    await open(team, { userNameCase });
    run.sandbox.scim.plant([{ userName: 'P2@Acme.Example' }]);
    const done = await run.bench.run();
    expect(done.counts).toMatchObject({ created: 11, updated: 1 });
    expect(await rowOf(done, '2')).toMatchObject({ reason: 'adopted', match: { by: 'userName' } });
    expectNoTwins(12);
  });

  test('a leaver whose account nobody made or adopted keeps it', async () => {
    await open(change('2', { status: 'left' }));
    run.sandbox.scim.plant([{ userName: 'p2@acme.example' }]);
    const done = await run.bench.run();
    expect(await rowOf(done, '2')).toMatchObject({ outcome: 'skipped', reason: 'account-not-ours' });
    expect(run.sandbox.scim.users()[0]).toMatchObject({ userName: 'p2@acme.example', active: true });
  });
});

const number = (employeeNumber: string) => ({
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber },
});

/** Somebody works in Javelo itself. */
async function patchOutside(values: Record<string, string>, userName: string): Promise<void> {
  const user = run.sandbox.scim.users().find((one) => one.userName === userName);
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: Object.entries(values).map(([path, value]) => ({ op: 'replace', path, value })),
  };
  const answer = await outside('PATCH', `/Users/${user?.id}`, body);
  expect(answer.status).toBeLessThan(300);
}

function deleteOutside(userName: string): boolean {
  const user = run.sandbox.scim.users().find((one) => one.userName === userName);
  void outside('DELETE', `/Users/${user?.id}`);
  return true;
}

function outside(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${run.sandbox.scimUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${sandboxToken}`, 'content-type': 'application/scim+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
