import type { Json, RunId } from '../../core/ids.ts';
import type { LogEntry } from '../../core/log/log-entry.ts';
import { buildUndoInParts } from '../../core/plan/plan-undo.ts';
import { hasEnded } from '../../core/run/run.ts';
import type { LogPage } from '../../ports/journal.ts';
import { draftRecords } from '../draft-records.ts';
import { memoryKeys, readPrevious } from '../memory-keys.ts';
import { infoOf, type Session } from '../session.ts';
import { refusalOf, uniqueAccounts } from './plan-run.ts';

const rowsPerRead = 500;

/** Plans to take an earlier run back, from its log and the target's list as it is now; applied, guarded and logged like any plan. */
export async function planUndo(session: Session, of: RunId): Promise<void> {
  const { deps, run } = session;
  const { journal } = deps;
  const undone = await journal.loadRun(of);
  if (undone?.mode !== 'live' || !hasEnded(undone)) {
    await session.endWith({ state: 'failed', outcome: 'failed', error: infoOf('undo-impossible'), retryAt: null });
    return;
  }
  const pages = await journal.readTargetPages(run.id);
  const memory = await journal.recall([memoryKeys.previous]);
  const entries = await readLog(session, of);
  const links = await journal.readLinks();
  const policy = await deps.policy();
  const previous = readPrevious(memory.get(memoryKeys.previous));
  const { plan, records } = await deps.scheduler.run(
    (function* () {
      const accounts = yield* uniqueAccounts(pages);
      const plan = yield* buildUndoInParts({ entries, accounts: [...accounts.values()], links, policy, previous });
      return { plan, records: yield* draftRecords(session, plan, accounts, new Map()) };
    })(),
  );
  const isDry = run.mode === 'dry';
  const next = session.with(
    {
      state: 'applying',
      counts: records.counts,
      planHash: plan.hash,
      approvedHash: plan.verdict === 'safe' ? plan.hash : null,
      findings: plan.findings,
      progress: { done: 0, total: records.operations.length },
      attempts: 0,
      notBeforeMs: 0,
    },
    { ending: isDry ? null : refusalOf(plan) },
  );
  await journal.savePlan(next, { operations: isDry ? [] : records.operations, entries: records.entries, links: [] });
  session.run = next;
}

async function readLog({ deps }: Session, runId: RunId): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = [];
  let cursor: Json = null;
  do {
    const page: LogPage = await deps.journal.queryLog({ runId, limit: rowsPerRead, cursor });
    entries.push(...page.entries);
    cursor = page.next;
  } while (cursor !== null);
  return entries;
}
