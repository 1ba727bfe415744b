import { afterEach, expect, test } from 'vitest';
import { aCompany } from '../../support/company.ts';
import { openScimRun, type ScimRun } from '../../support/scim-run.ts';

const people = aCompany(95);
let run: ScimRun;
afterEach(() => run.close());

const names = () => run.sandbox.scim.users().map((user) => user.userName);

/** Everybody once, with the manager that the source names. */
function expectAllRight(size = people.length): void {
  expect(new Set(names()).size).toBe(names().length);
  expect(names()).toHaveLength(size);
  for (const [at, user] of run.sandbox.scim.users().entries()) {
    const id = Number(user.userName.match(/\d+/)?.[0]);
    const boss = id === 1 ? undefined : `p${Math.floor((id - 2) / 8) + 1}@acme.example`;
    expect(JSON.stringify(user).match(/"managerUserName":"([^"]+)"/)?.[1], `${at}`).toBe(boss);
  }
}

async function firstRun(switches: Record<string, unknown> = {}): Promise<void> {
  run = await openScimRun(people, { profile: 'rfc', switches });
  expect((await run.bench.run()).counts).toMatchObject({ created: 95, failed: 0, waiting: 0 });
}

test('many writes travel in one request, managers before their reports', async () => {
  await firstRun();
  const first = run.requests();
  expect((first['POST /Bulk'] ?? 0) + (first['POST /Users'] ?? 0)).toBeLessThan(40);
  expect(first['POST /Bulk']).toBeGreaterThan(0);
  expectAllRight();
  expect((await run.bench.run()).counts).toMatchObject({ unchanged: 95 });
  run.requests();

  run.bench.people = people.map((person) => ({ ...person, job: 'New' }));
  expect((await run.bench.run()).counts).toMatchObject({ updated: 95 });
  const { 'POST /Bulk': bulks, 'PATCH /Users/id': patches = 0 } = run.requests();
  expect(Number(bulks) + patches).toBeLessThan(40);
  expect(run.sandbox.scim.users().every(({ title }) => title === 'New')).toBe(true);
  expectAllRight();
});

test('small limits of the target are kept', async () => {
  await firstRun({ bulkMaxOperations: 2 });
  expect(run.requests()['POST /Bulk']).toBeGreaterThan(30);
  expectAllRight();
});

test('an attribute that is dropped silently is found out before anything goes by bulk', async () => {
  await firstRun({ droppedAttrs: ['birthDate'] });
  expect(run.requests()['POST /Bulk']).toBeGreaterThan(0);
  expect((await run.bench.journal.listRuns(1))[0]?.notices).toEqual([
    { code: 'attribute-not-accepted', params: { attribute: 'birthDate' } },
  ]);
  expect((await run.bench.run()).counts).toMatchObject({ unchanged: 95 });
});

test.each(['before', 'after'] as const)(
  'a death %s the request leaves everybody in it unknown, and nobody twice',
  async (when) => {
    run = await openScimRun(people, { profile: 'rfc' });
    let deaths = 0;
    let isBulk = false;
    run.bench.interfereWith('journal', (method, [first]) => {
      if (method === 'markInFlight') {
        isBulk = Array.isArray(first) && first.length > 1;
        if (isBulk && when === 'before' && deaths < 5) {
          deaths += 1;
          return { kind: 'die-after' };
        }
      }
      if (method === 'settle' && isBulk && when === 'after' && deaths < 5) {
        isBulk = false;
        deaths += 1;
        return { kind: 'die-before' };
      }
      return null;
    });
    expect((await run.bench.run()).counts).toMatchObject({ created: 95, failed: 0, waiting: 0 });
    expect(deaths).toBe(5);
    expectAllRight();
    if (when === 'after') expect(run.requests()['POST /Users']).toBeLessThan(20);
  },
);

test('a target that does not take it after all gets everybody one by one', async () => {
  await firstRun();
  // With people to learn from, it is found out that bulk is offered, and kept.
  await run.bench.run();
  run.sandbox.scim.configure({ bulk: '404' });
  run.bench.people = people.map((person) => ({ ...person, job: 'New' }));
  run.requests();
  expect((await run.bench.run()).counts).toMatchObject({ updated: 95, failed: 0 });
  expect(run.requests()).toMatchObject({ 'POST /Bulk': 1, 'PATCH /Users/id': 95 });
});

test('an operation that fails stops none of the others', async () => {
  run = await openScimRun(people, { profile: 'rfc', switches: { createInvisible: ['p50@acme.example'] } });
  const done = await run.bench.run();
  expect(done.counts).toMatchObject({ created: 94, failed: 1 });
  const failed = (await run.log(done)).find((row) => row.outcome === 'failed');
  expect(failed).toMatchObject({ sourceId: '50', error: { code: 'target-conflict' } });
  expectAllRight(94);
});

test('the admin can do without', async () => {
  run = await openScimRun(people, { profile: 'rfc', target: { overrides: { bulk: false } } });
  expect((await run.bench.run()).counts).toMatchObject({ created: 95 });
  expect(run.requests()).toMatchObject({ 'POST /Users': 95 });
});
