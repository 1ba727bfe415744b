import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasEnded, noCounts, type RunState, runStates } from '../../../utils/core/run/run.ts';
import { shownRun } from '../../../utils/ui/shown-run.ts';
import { runData } from './samples.ts';

const phase = { startedAtMs: 1_000, doneAtStart: 3 };
const run = (state: RunState, id = 'r1') =>
  runData({ id, state, endedAt: null, progress: { done: 5, total: 242 }, counts: { ...noCounts, waiting: 242 } });
const underWay = runStates.filter((state) => !hasEnded({ state }) && state !== 'awaiting-approval');

describe('what the page of a run shows', () => {
  it('is never an outcome before there is one, wherever the run is known from and however old that is', () => {
    const anyState = fc.constantFrom(...runStates);
    const anyLive = fc.option(
      fc.record({ id: fc.constantFrom('r1', 'r2'), state: fc.constantFrom(...underWay, 'awaiting-approval' as const) }),
    );
    const anyLatest = fc.option(
      fc.record({
        id: fc.constantFrom('r1', 'r2'),
        state: fc.constantFrom(...runStates.filter((state) => hasEnded({ state }))),
      }),
    );
    fc.assert(
      fc.property(anyState, anyLive, anyLatest, (recorded, live, latest) => {
        const shown = shownRun(
          { run: run(recorded), needYou: 0 },
          {
            live: live && { run: run(live.state, live.id), phase },
            latest: latest && { run: run(latest.state, latest.id), needYou: 5 },
          },
          9_000,
        );
        expect(shown.run.id).toBe('r1');
        expect(shown.kind).toBe(underWay.includes(shown.run.state) ? 'working' : 'told');
        // What is over is over, though what was published or read before says otherwise.
        if (latest?.id === 'r1')
          expect(shown).toMatchObject({ kind: 'told', run: { state: latest.state }, needYou: 5 });
      }),
    );
  });

  it('is the progress that was read where nothing is published, with no guess since when', () => {
    const record = { run: run('applying'), needYou: 0 };
    expect(shownRun(record, { live: null, latest: null }, 9_000)).toEqual({
      kind: 'working',
      run: record.run,
      live: { run: record.run, phase: { startedAtMs: 9_000, doneAtStart: 5 } },
    });
  });
});
