import type { Account } from '../../../utils/core/account.ts';
import type { Json, RunId } from '../../../utils/core/ids.ts';
import type { Link } from '../../../utils/core/link.ts';
import type { LogEntry } from '../../../utils/core/log/log-entry.ts';
import type { Operation } from '../../../utils/core/run/operation.ts';
import { hasEnded, type Run } from '../../../utils/core/run/run.ts';
import type { Journal } from '../../../utils/ports/journal.ts';
import type { SourceStep } from '../../../utils/ports/source.ts';

/** What one whole run asks of a journal. */
export type RunJournal = Pick<
  Journal,
  | 'createRun'
  | 'saveRun'
  | 'loadRun'
  | 'activeRun'
  | 'isCancelRequested'
  | 'saveSourceStep'
  | 'readSourceSteps'
  | 'saveTargetPage'
  | 'readTargetPages'
  | 'savePlan'
  | 'openOperations'
  | 'readEntry'
  | 'markInFlight'
  | 'settle'
  | 'endRun'
  | 'compact'
  | 'readLinks'
  | 'hasLinks'
  | 'readLink'
  | 'readEscrow'
  | 'readDecisions'
  | 'recall'
  | 'remember'
  | 'dropLogBefore'
  | 'spendRequest'
  | 'countRequests'
  | 'nextRequestAt'
  | 'acquireLease'
  | 'releaseLease'
>;

/** A journal that keeps references and nothing else: what the real ones are measured beside. Survives nothing. */
export function createMemoryJournal(): RunJournal {
  let active: Run | null = null;
  const steps: SourceStep[] = [];
  const pages: (readonly Account[])[] = [];
  const operations = new Map<number, Operation>();
  const entries = new Map<number, LogEntry>();
  const links = new Map<Link['sourceId'], Link>();
  const facts = new Map<string, Json>();
  const save = async (run: Run) => {
    active = hasEnded(run) ? null : run;
  };
  return {
    createRun: save,
    saveRun: save,
    loadRun: async () => active,
    activeRun: async () => active,
    isCancelRequested: async () => false,
    async saveSourceStep(run, page, step) {
      steps[page] = step as SourceStep;
      await save(run);
    },
    readSourceSteps: async () => steps,
    async saveTargetPage(run, page, accounts) {
      pages[page] = accounts;
      await save(run);
    },
    readTargetPages: async () => pages,
    async savePlan(run, plan) {
      for (const operation of plan.operations) operations.set(operation.seq, operation);
      for (const entry of plan.entries) entries.set(entry.seq, entry);
      await save(run);
    },
    async openOperations(_id: RunId, _kinds, limit) {
      const open: Operation[] = [];
      for (const operation of operations.values()) {
        if (open.length === limit) break;
        open.push(operation);
      }
      return open;
    },
    readEntry: async (_id, seq) => entries.get(seq) ?? null,
    async markInFlight(sent) {
      for (const operation of sent) operations.set(operation.seq, operation);
    },
    async settle({ run, operation, entry, link }) {
      operations.delete(operation.seq);
      if (entry) entries.set(entry.seq, entry);
      if (link) links.set(link.sourceId, link);
      await save(run);
    },
    endRun: save,
    compact: async () => ({ more: false }),
    readLinks: async () => links,
    hasLinks: async () => links.size > 0,
    readLink: async (id) => links.get(id) ?? null,
    readEscrow: async () => new Map(),
    readDecisions: async () => [],
    recall: async (keys) => new Map(keys.flatMap((key) => (facts.has(key) ? [[key, facts.get(key) ?? null]] : []))),
    async remember(all) {
      for (const { key, value } of all) facts.set(key, value);
    },
    dropLogBefore: async () => ({ more: false }),
    spendRequest: async () => {},
    countRequests: async () => 0,
    nextRequestAt: async (_budget, nowMs) => nowMs,
    acquireLease: async () => true,
    releaseLease: async () => {},
  };
}
