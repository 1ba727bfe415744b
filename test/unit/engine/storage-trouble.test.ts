import { expect, it } from 'vitest';
import { CompanionError } from '../../../utils/core/errors.ts';
import { createBench } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

const three = ['1', '2', '3'].map((id) => aPerson(id));

it('ends the run when the disk is full, and the next one finds what was done', async () => {
  const bench = createBench({ people: three });
  let settled = 0;
  bench.interfereWith('journal', (method) => {
    if (method !== 'settle') return null;
    settled += 1;
    return settled === 2 ? { kind: 'fail-before', error: new CompanionError('storage-full') } : null;
  });
  expect(await bench.run()).toMatchObject({ state: 'failed', error: { code: 'storage-full' } });
  bench.interfereWith('journal', () => null);
  expect((await bench.run()).state).toBe('succeeded');
  expect(bench.target.accounts()).toHaveLength(3);
  expect((await bench.journal.readLinks()).size).toBe(3);
});

it('says so when not even that can be recorded, and goes on when the journal works again', async () => {
  const bench = createBench({ people: three });
  const { engine } = bench.boot();
  await engine.start({ mode: 'live', trigger: 'manual' });
  const refused = new CompanionError('storage-refused');
  bench.interfereWith('journal', (method) =>
    method.startsWith('save') || method === 'settle' ? { kind: 'fail-before', error: refused } : null,
  );
  await expect(engine.resume()).rejects.toMatchObject({ code: 'storage-refused' });
  expect(bench.published.at(-1)).toMatchObject({ state: 'queued', error: { code: 'storage-refused' } });
  bench.interfereWith('journal', () => null);
  expect((await bench.settle()).state).toBe('succeeded');
  expect(bench.published.at(-1)).toMatchObject({ state: 'succeeded', error: null });
  expect(bench.target.accounts()).toHaveLength(3);
});

it('ends the run when a page of it is damaged', async () => {
  const bench = createBench({ people: three });
  const damaged = new CompanionError('journal-damaged', { store: 'sourcePages', key: 'run-1/0' });
  bench.interfereWith('journal', (method) =>
    method === 'readSourceSteps' ? { kind: 'fail-before', error: damaged } : null,
  );
  const run = await bench.run();
  expect(run).toMatchObject({ state: 'failed', error: { code: 'journal-damaged', params: { store: 'sourcePages' } } });
  expect(bench.target.calls.create).toBe(0);
});

it('starts anew where the active run itself is damaged', async () => {
  const bench = createBench({ people: three });
  const { engine } = bench.boot();
  bench.interfereWith('journal', (method) =>
    method === 'activeRun' ? { kind: 'fail-before', error: new CompanionError('journal-damaged') } : null,
  );
  expect(await engine.start({ mode: 'live', trigger: 'manual' })).toBe('run-1');
});
