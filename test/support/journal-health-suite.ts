import { beforeEach, describe, expect, it } from 'vitest';
import type { RunId, SourceId } from '../../utils/core/ids.ts';
import { toIsoTime } from '../../utils/ports/clock.ts';
import type { Journal } from '../../utils/ports/journal.ts';
import { anEntry, anOperation, aRun, startMs } from './journal-rows.ts';

const r1 = 'r1' as RunId;
const error = { code: 'target-invalid', params: {}, retryable: false } as const;

/** What every journal must tell about how things stand, without reading every person. */
export function describeJournalHealth(name: string, makeStore: () => () => Journal): void {
  describe(`health in the journal: ${name}`, () => {
    let reopen: () => Journal;
    let journal: Journal;

    beforeEach(() => {
      reopen = makeStore();
      journal = reopen();
    });

    it('remembers and forgets facts at once', async () => {
      await journal.remember([
        { key: 'a', value: [1] },
        { key: 'b', value: 2 },
      ]);
      await journal.remember([{ key: 'b', value: null }]);
      expect(await reopen().recall(['a', 'b'])).toEqual(new Map([['a', [1]]]));
    });

    it('counts who needs somebody, of one run', async () => {
      await journal.createRun(aRun('r1'));
      const entries = [
        anEntry('r1', 0, { outcome: 'failed' }),
        anEntry('r1', 1, { outcome: 'skipped', reason: 'no-work-email' }),
        anEntry('r1', 2, { outcome: 'skipped', reason: 'in-step' }),
        anEntry('r1', 3, { outcome: 'created' }),
      ];
      await journal.savePlan(aRun('r1'), { operations: [], entries, links: [] });
      expect(await journal.countAttention(r1)).toBe(2);
      expect(await journal.countAttention('r2' as RunId)).toBe(0);
    });

    it('counts who is in escrow and tells who is next, of those who were not due before', async () => {
      expect(await journal.summariseEscrow(0)).toEqual({ count: 0, nextRetryAtMs: null });
      await journal.createRun(aRun('r1'));
      const times = [startMs, startMs + 7_000, startMs + 3_000, null];
      for (const [at, ms] of times.entries()) {
        const retryAt = ms === null ? null : toIsoTime(ms);
        const sourceId = String(at) as SourceId;
        const escrow = { sourceId, failures: 1, firstFailedAt: toIsoTime(startMs), retryAt, attempted: '{}', error };
        await journal.settle({ run: aRun('r1'), operation: anOperation('r1', at), entry: null, link: null, escrow });
      }
      expect(await journal.summariseEscrow(startMs)).toEqual({ count: 4, nextRetryAtMs: startMs + 3_000 });
      expect(await journal.summariseEscrow(startMs + 7_000)).toEqual({ count: 4, nextRetryAtMs: null });
    });
  });
}
