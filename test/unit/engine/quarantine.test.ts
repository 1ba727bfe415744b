import { expect, it } from 'vitest';
import { CompanionError } from '../../../utils/core/errors.ts';
import { quarantineKey, unpackQuarantine } from '../../../utils/core/run/quarantine.ts';
import { type Bench, createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

const people = Array.from({ length: 20 }, (_, at) => aPerson(String(at + 1)));

async function standing(bench: Bench) {
  return unpackQuarantine((await bench.journal.recall([quarantineKey])).get(quarantineKey));
}

/** The first so many people of every run are refused for their values. */
function refuse(bench: Bench, count: number): void {
  let refused = 0;
  bench.interfereWith('target', (method) => {
    if (method !== 'create' || refused >= count) return null;
    refused += 1;
    return { kind: 'fail-before', error: new CompanionError('target-invalid', { detail: 'no' }) };
  });
}

it('begins with a run whose credentials are refused, and ends with one that goes well', async () => {
  const bench = createBench({ people, policy: permissivePolicy });
  bench.interfereWith('target', () => ({ kind: 'fail-before', error: new CompanionError('target-auth') }));
  const run = await bench.run('live', 'schedule');
  expect(run).toMatchObject({ state: 'failed', error: { code: 'target-auth' } });
  expect(await standing(bench)).toMatchObject({ reason: { code: 'target-auth' }, active: true });

  bench.interfereWith('target', () => null);
  expect((await bench.run()).state).toBe('succeeded');
  expect(await standing(bench)).toBeNull();
});

it('begins when more than 40 % failed, not before', async () => {
  const bench = createBench({ people, policy: permissivePolicy });
  refuse(bench, 8);
  expect((await bench.run()).counts).toMatchObject({ created: 12, failed: 8 });
  expect(await standing(bench)).toBeNull();

  const worse = createBench({ people, policy: permissivePolicy });
  refuse(worse, 9);
  expect((await worse.run()).state).toBe('partial');
  expect(await standing(worse)).toMatchObject({ reason: { code: 'too-many-failed', params: { failed: 9, of: 20 } } });
});

it('does not begin when the target is only out of reach', async () => {
  const bench = createBench({ people, policy: permissivePolicy });
  bench.interfereWith('target', (method) =>
    method === 'create' ? { kind: 'fail-before', error: new CompanionError('target-unavailable') } : null,
  );
  expect(await bench.run()).toMatchObject({ state: 'failed', error: { code: 'target-unavailable' } });
  expect(await standing(bench)).toBeNull();
});
