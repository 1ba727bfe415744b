import { afterEach, describe, expect, test } from 'vitest';
import { aCompany } from '../../support/company.ts';
import { openScimRun, type ScimRun } from '../../support/scim-run.ts';

const people = aCompany(40);
const week = 8 * 24 * 3_600_000;
const javelo = 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User';
const notAccepted = { code: 'attribute-not-accepted', params: { attribute: 'birthDate' } };
let run: ScimRun;
afterEach(() => run.close());

const births = () => run.sandbox.scim.users().filter((user) => JSON.stringify(user).includes('1990-02-28')).length;
const writes = (requests: Readonly<Record<string, number>>) =>
  (requests['POST /Users'] ?? 0) + (requests['PATCH /Users/id'] ?? 0) + (requests['POST /Bulk'] ?? 0);

describe.each(['javelo', 'rfc'] as const)('%s', (profile) => {
  describe.each([
    ['dropped silently', { droppedAttrs: ['birthDate'] }, { droppedAttrs: [] }],
    ['refused', { rejectedAttrs: ['birthDate'] }, { rejectedAttrs: [] }],
    ['unknown', { acceptedExtensionAttrs: ['managerUserName', 'gender', 'contractType', 'seniorityDate'] }, null],
  ] as const)('an attribute that is %s', (_, switches, mended) => {
    test('everybody is written without it, with one notice, and in step from then on', async () => {
      run = await openScimRun(people, { profile, switches: { rate: null, bulk: '404', ...switches } });
      const first = await run.bench.run();
      expect(first).toMatchObject({ state: 'succeeded', notices: [notAccepted], counts: { created: 40, failed: 0 } });
      expect(run.sandbox.scim.users()).toHaveLength(40);
      // One or two people pay for finding out.
      expect(writes(run.requests())).toBeLessThanOrEqual(40 + 2);
      const rows = await run.log(first);
      expect(rows.every((row) => String(row.params.notAccepted).includes('birthDate'))).toBe(true);
      expect(rows.some((row) => row.modified.some(({ attribute }) => attribute === 'birthDate'))).toBe(false);

      const second = await run.bench.run();
      expect(second).toMatchObject({ notices: [], counts: { unchanged: 40 } });
      expect(writes(run.requests())).toBe(0);

      if (mended === null) return;
      run.bench.clock.advance(week);
      const still = await run.bench.run();
      expect(still).toMatchObject({ notices: [notAccepted] });
      expect(writes(run.requests())).toBeLessThanOrEqual(2);

      // Javelo's support has added it.
      run.sandbox.scim.configure(mended);
      run.bench.clock.advance(week);
      const tried = await run.bench.run();
      expect(tried.notices).toEqual([{ ...notAccepted, code: 'attribute-accepted-again' }]);
      expect(births()).toBe(2);
      expect((await run.bench.run()).counts).toMatchObject({ updated: 38, unchanged: 2 });
      expect(births()).toBe(40);
      expect((await run.bench.run()).counts).toMatchObject({ unchanged: 40 });
    });
  });

  test.each([{ patchAnswer: '204' }, { emptyBody: 'on' }])(
    'it is noticed too where the answer to a change shows nothing: %j',
    async (answers) => {
      const switches = { rate: null, bulk: '404', droppedAttrs: ['birthDate'], ...answers };
      run = await openScimRun(people, { profile, switches });
      run.sandbox.scim.plant(people.map(({ workEmail }) => ({ userName: workEmail })));
      const first = await run.bench.run();
      expect(first).toMatchObject({ notices: [notAccepted], counts: { updated: 40 } });
      expect(run.requests()['GET /Users/id'] ?? 0).toBeLessThanOrEqual(3);
      expect((await run.bench.run()).counts).toMatchObject({ unchanged: 40 });
      expect(writes(run.requests())).toBe(0);
    },
  );
});

test('under the name that this tenant has for it, it travels', async () => {
  const names = ['managerUserName', 'gender', 'contractType', 'seniorityDate', 'dateOfBirth'];
  const overrides = { 'paths.birthDate': `${javelo}:dateOfBirth` };
  run = await openScimRun(people, { switches: { rate: null, acceptedExtensionAttrs: names }, target: { overrides } });
  expect(await run.bench.run()).toMatchObject({ notices: [], counts: { created: 40 } });
  expect(run.sandbox.scim.users()[0]?.[javelo]).toMatchObject({ dateOfBirth: '1990-02-28' });
  expect((await run.bench.run()).counts).toMatchObject({ unchanged: 40 });
});

test('an attribute that travels nowhere is not spoken of', async () => {
  run = await openScimRun(people, { switches: { rate: null }, target: { overrides: { 'paths.birthDate': null } } });
  const first = await run.bench.run();
  expect(first).toMatchObject({ notices: [], counts: { created: 40 } });
  expect(births()).toBe(0);
  expect((await run.bench.run()).counts).toMatchObject({ unchanged: 40 });
});
