import { createFakeTarget } from '../support/fake-target.ts';
import { openScimSandbox } from '../support/scim-sandbox.ts';
import { describeTarget } from './target-suite.ts';

describeTarget('in-memory target', async () => ({ target: createFakeTarget({ pageSize: 10 }), close: async () => {} }));

for (const profile of ['javelo', 'rfc'] as const) {
  describeTarget(`SCIM target, ${profile}`, async () => {
    const sandbox = await openScimSandbox(profile);
    return { target: sandbox.target(), close: sandbox.close };
  });
}
