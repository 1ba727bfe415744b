import { afterEach, describe, expect, test } from 'vitest';
import { aCompany } from '../../support/company.ts';
import { aPerson } from '../../support/journal-rows.ts';
import { openScimRun, type ScimRun } from '../../support/scim-run.ts';

const noLimit = { rate: null };
const people = aCompany(95);
let run: ScimRun;
afterEach(() => run.close());

const count = (requests: Readonly<Record<string, number>>, method: string) =>
  Object.entries(requests).reduce((sum, [name, times]) => (name.startsWith(`${method} `) ? sum + times : sum), 0);

/** `GET /Users` lists and searches; the one page size of these tests is 10. */
const pages = (accounts: number) => Math.max(1, Math.ceil(accounts / 10));

describe.each([
  ['javelo', noLimit],
  ['javelo', { ...noLimit, patchAnswer: '204' }],
  ['javelo', { ...noLimit, totalResults: 'off' }],
  ['rfc', { bulk: '404' }],
] as const)('requests, %s %j', (profile, switches) => {
  test('a first run costs one write a person, the pages and at most ten; then changes cost themselves, and none nothing', async () => {
    run = await openScimRun(people, { profile, switches });
    const { bench } = run;
    expect((await bench.run()).counts).toMatchObject({ created: 95, failed: 0, waiting: 0 });
    const first = run.requests();
    expect(first['POST /Users']).toBe(95);
    expect(count(first, 'PATCH') + count(first, 'PUT') + count(first, 'DELETE')).toBe(0);
    expect(count(first, 'GET')).toBeLessThanOrEqual(pages(0) + 10);

    const second = await bench.run();
    expect(second.counts).toMatchObject({ unchanged: 95 });
    const unchanged = run.requests();
    expect(unchanged).toEqual({
      'GET /Users': expect.any(Number) as number,
      'GET /ServiceProviderConfig': 1,
    });
    expect(count(unchanged, 'GET')).toBeLessThanOrEqual(pages(95) + 10);

    // From now on even what was found out is known.
    bench.people = people.map((person, at) => (at % 10 === 0 ? { ...person, job: 'New', department: 'New' } : person));
    expect((await bench.run()).counts).toMatchObject({ updated: 10, unchanged: 85 });
    const changed = run.requests();
    expect(changed['PATCH /Users/id']).toBe(10);
    expect(count(changed, 'POST')).toBe(0);
    // Without a total only an empty page is the end.
    expect(changed['GET /Users']).toBe(pages(95) + ('totalResults' in switches ? 1 : 0));

    expect((await bench.run()).counts).toMatchObject({ unchanged: 95 });
    expect(run.requests()).toEqual({ 'GET /Users': changed['GET /Users'] });
  });
});

test('a circle of managers costs one request more for each that closes it', async () => {
  const by = (boss: string) => ({ number: boss, email: `p${boss}@acme.example`, fullName: null });
  const circle = ['1', '2', '3'].map((id, at) => aPerson(id, { manager: by(['2', '3', '1'][at] ?? '') }));
  run = await openScimRun(circle, { switches: noLimit });
  expect((await run.bench.run()).counts).toMatchObject({ created: 3, failed: 0 });
  expect(run.requests()).toMatchObject({ 'POST /Users': 3, 'PATCH /Users/id': 1 });
  const managers = run.sandbox.scim.users().map((user) => JSON.stringify(user).match(/"managerUserName":"(p\d)/)?.[1]);
  expect(managers.sort()).toEqual(['p1', 'p2', 'p3']);
});

test('accounts that exist are adopted: one request for each that differs, none for the others, and no twin', async () => {
  run = await openScimRun(people, { switches: noLimit });
  await run.bench.run();
  const other = await openScimRun(people, { switches: noLimit });
  try {
    // As they were before anybody synchronised: no source id; a third of them with another job.
    const before = run.sandbox.scim.users().map(({ externalId: _, ...user }, at) => ({
      ...user,
      ...(at % 3 === 0 ? { title: 'Old' } : {}),
    }));
    other.sandbox.scim.plant(before);
    const preview = await other.bench.run('dry');
    const rows = await other.log(preview);
    expect(rows.every((row) => row.match?.by === 'employeeNumber' && row.targetId !== null)).toBe(true);
    expect(rows.filter((row) => row.modified.some(({ attribute }) => attribute === 'title'))).toHaveLength(32);
    expect(count(other.requests(), 'POST') + count(other.requests(), 'PATCH')).toBe(0);

    expect((await other.bench.run()).counts).toMatchObject({ updated: 95, created: 0 });
    expect(other.requests()).toMatchObject({ 'PATCH /Users/id': 95 });
    expect(other.sandbox.scim.users()).toHaveLength(95);
    expect((await other.bench.run()).counts).toMatchObject({ unchanged: 95 });
  } finally {
    await other.close();
  }
});

describe('the limit of 300 requests in 5 minutes, on a virtual clock', () => {
  test.each([['javelo'], ['rfc']] as const)(
    'is never broken, and costs little more than itself: %s',
    async (profile) => {
      const limit = { requests: 300, windowMs: 300_000 };
      run = await openScimRun(aCompany(1_000), {
        profile,
        switches: { rate: limit, bulk: '404' },
        target: { overrides: { 'budget.requests': limit.requests, 'budget.seconds': limit.windowMs / 1000 } },
      });
      const startedMs = run.bench.clock.nowMs();
      expect((await run.bench.run()).counts).toMatchObject({ created: 1_000, failed: 0 });
      const sent = run.sandbox.log.length;
      expect(sent).toBeLessThanOrEqual(1_000 + 11);
      expect(run.sandbox.scim.users()).toHaveLength(1_000);
      const imposedMs = Math.floor((sent - 1) / limit.requests) * limit.windowMs;
      expect(run.bench.clock.nowMs() - startedMs).toBeLessThanOrEqual(imposedMs * 1.02);
    },
  );

  test.each(['seconds', 'date', 'none'])(
    'that we do not know of is learnt from the answers: Retry-After %s',
    async (retryAfter) => {
      const overrides = { 'budget.requests': 0 };
      const switches = { rate: { requests: 50, windowMs: 60_000 }, retryAfter };
      run = await openScimRun(aCompany(200), { switches, target: { overrides } });
      const startedMs = run.bench.clock.nowMs();
      expect((await run.bench.run()).counts).toMatchObject({ created: 200, failed: 0, waiting: 0 });
      expect(run.sandbox.scim.users()).toHaveLength(200);
      // Told how long, one refusal a window; else a few, each waited for longer than the one before.
      const refused = run.sandbox.log.length - 200 - 8;
      expect(refused).toBeLessThanOrEqual(retryAfter === 'none' ? 25 : 5);
      expect(run.bench.clock.nowMs() - startedMs).toBeLessThanOrEqual(retryAfter === 'none' ? 600_000 : 4 * 62_000);
    },
  );

  test('is told beforehand: how long a run will take', async () => {
    run = await openScimRun(aCompany(1_000), { switches: {} });
    const preview = await run.bench.run('dry');
    expect(preview.estimate?.requests).toBe(1_000);
    const startedMs = run.bench.clock.nowMs();
    await run.bench.run();
    const tookMs = run.bench.clock.nowMs() - startedMs;
    expect(Math.abs(Number(preview.estimate?.durationMs) - tookMs)).toBeLessThan(60_000);
    expect((await run.bench.run('dry')).estimate).toEqual({ requests: 0, durationMs: 0 });
  });

  test('is shared by runs: the second one waits for what the first one spent', async () => {
    run = await openScimRun(aCompany(290), { switches: {} });
    await run.bench.run();
    const { clock } = run.bench;
    const startedMs = clock.nowMs();
    run.bench.people = aCompany(290).map((person) => ({ ...person, job: 'New' }));
    expect((await run.bench.run()).counts).toMatchObject({ updated: 290, failed: 0 });
    expect(clock.nowMs() - startedMs).toBeGreaterThanOrEqual(300_000);
    expect(clock.nowMs() - startedMs).toBeLessThanOrEqual(2 * 300_000 * 1.02);
  });
});
