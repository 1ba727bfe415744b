import { expect, it } from 'vitest';
import { CompanionError } from '../../../utils/core/errors.ts';
import { createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

const staff = ['1', '2', '3'].map((id) => aPerson(id));
const yearMs = 365 * 24 * 3_600_000;

it('a run that waits goes on when the clock is set back by years', async () => {
  const bench = createBench({ people: staff, policy: permissivePolicy });
  let asked = 0;
  bench.interfereWith('source', () => {
    asked += 1;
    const error = new CompanionError('source-unavailable', {}, { retryAfterMs: 600_000 });
    return asked === 1 ? { kind: 'fail-before', error } : null;
  });
  const { engine } = bench.boot();
  await engine.start({ mode: 'live', trigger: 'manual' });
  expect((await engine.resume()).state).toBe('sleeping');
  bench.clock.advance(-5 * yearMs);
  expect(await engine.resume()).toMatchObject({ state: 'ended', run: { state: 'succeeded', counts: { created: 3 } } });
});

it('an operation that waits is tried when the clock is set back by years', async () => {
  const bench = createBench({ people: staff, policy: permissivePolicy });
  let asked = 0;
  bench.interfereWith('target', (method) => {
    if (method !== 'create') return null;
    asked += 1;
    const error = new CompanionError('target-unavailable', {}, { retryAfterMs: 600_000 });
    return asked === 2 ? { kind: 'fail-before', error } : null;
  });
  const { engine } = bench.boot();
  await engine.start({ mode: 'live', trigger: 'manual' });
  expect((await engine.resume()).state).toBe('sleeping');
  bench.clock.advance(-5 * yearMs);
  expect(await engine.resume()).toMatchObject({ state: 'ended', run: { state: 'succeeded', counts: { created: 3 } } });
  expect(bench.target.accounts()).toHaveLength(3);
});

it('who failed under a clock that was ahead is tried by the next scheduled run under the right one', async () => {
  const bench = createBench({ people: staff, policy: permissivePolicy });
  bench.clock.advance(5 * yearMs);
  let refuses = true;
  bench.interfereWith('target', (method, [desired]) => {
    const isHe = method === 'create' && (desired as { userName?: string }).userName === 'p2@acme.example';
    return isHe && refuses ? { kind: 'fail-before', error: new CompanionError('target-invalid') } : null;
  });
  expect((await bench.run()).counts).toMatchObject({ created: 2, failed: 1 });
  refuses = false;
  bench.clock.advance(-5 * yearMs);
  expect((await bench.run('live', 'schedule')).counts).toMatchObject({ created: 1, waiting: 0 });
});
