import 'fake-indexeddb/auto';
import { openDemoStore } from '../../utils/demo/demo-store.ts';
import { createDemoTarget } from '../../utils/demo/demo-target.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createFakeTarget } from '../support/fake-target.ts';
import { openScimSandbox } from '../support/scim-sandbox.ts';
import { describeTarget } from './target-suite.ts';

describeTarget('in-memory target', async () => ({ target: createFakeTarget({ pageSize: 10 }), close: async () => {} }));

describeTarget('the target of the demo', async () => {
  const store = openDemoStore({ name: `demo-${crypto.randomUUID()}`, planted: [] });
  return { target: createDemoTarget(store, createFakeClock(), 10), close: store.destroy };
});

for (const profile of ['javelo', 'rfc'] as const) {
  describeTarget(`SCIM target, ${profile}`, async () => {
    const sandbox = await openScimSandbox(profile);
    return { target: sandbox.target(), close: sandbox.close };
  });
}
