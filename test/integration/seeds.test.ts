import { describe, expect, it } from 'vitest';
import { startSandbox } from '../sandbox/server.ts';
import { differencesNow } from '../support/compare-expected.ts';
import { engineOnSandbox } from '../support/engine-on-sandbox.ts';
import { SandboxControl } from '../support/sandbox-control.ts';

const seeds = Array.from({ length: 12 }, (_, at) => at + 1);

describe('a synchronisation leaves what the oracle expects', () => {
  // Together, because most of a run is waiting for Nmbrs to finish its report.
  it.concurrent.each(seeds)('seed %i: first run, a run without changes, a run after changes', async (seed) => {
    const sandbox = await startSandbox({ employees: 60, seed });
    try {
      const control = new SandboxControl(sandbox.ready);
      const { sync, journal } = engineOnSandbox(sandbox.ready);

      const first = await sync();
      expect(first.error).toBeNull();
      expect(await differencesNow(control)).toEqual([]);
      const { entries } = await journal.queryLog({ runId: first.id, limit: 1_000 });
      expect(new Set(entries.map(({ sourceId }) => sourceId)).size).toBe(entries.length);
      expect(Object.values(first.counts).reduce((sum, count) => sum + count, 0)).toBe(entries.length);

      const writes = await control.writes();
      expect((await sync()).state).toBe('succeeded');
      expect(await control.writes()).toBe(writes);

      await control.changePeople({ hire: 3, leave: 2, change: 6, seed });
      await sync();
      expect(await differencesNow(control)).toEqual([]);
    } finally {
      await sandbox.stop();
    }
  });
});
