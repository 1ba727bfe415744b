import { expect, it } from 'vitest';
import type { Desired } from '../../../utils/core/account.ts';
import { defaultMapping, type MappingRule } from '../../../utils/core/mapping/mapping-rule.ts';
import { createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

it('an account that turns up with a 409 keeps what is written into new ones only', async () => {
  const policy = { ...permissivePolicy };
  const title: MappingRule = { ...defaultMapping.title, write: 'on-create' };
  const bench = createBench({ people: [aPerson('1', { job: 'Ours' })], policy: { ...policy, mapping: { title } } });
  let made = false;
  bench.interfereWith('target', (method) => {
    if (method !== 'create' || made) return null;
    made = true;
    const theirs = { userName: 'p1@acme.example', active: true, title: 'Theirs', givenName: 'Other' };
    void bench.target.create(theirs as unknown as Desired);
    return null;
  });
  const run = await bench.run();
  const [account] = bench.target.accounts();
  expect(account).toMatchObject({ title: 'Theirs', givenName: 'Given1', externalId: '1' });
  expect((await bench.log(run.id))[0]).toMatchObject({ outcome: 'updated', reason: 'adopted' });
});
