import { type AccountAttribute, type AttributeChanges, accountAttributes } from '../../core/account.ts';
import type { SourceId } from '../../core/ids.ts';
import type { Link } from '../../core/link.ts';
import type { LogEntry } from '../../core/log/log-entry.ts';
import { describeModified, outcomeOfChange } from '../../core/log/log-row.ts';
import { isAdoption } from '../../core/plan/plan.ts';
import type { Operation } from '../../core/run/operation.ts';
import { moveCounts, type RunWork } from '../../core/run/run.ts';
import { toIsoTime } from '../../ports/clock.ts';
import type { Settlement } from '../../ports/journal.ts';
import type { WriteResult } from '../../ports/target.ts';
import { refusalPoints } from '../deps.ts';
import { findNotAccepted, tallyAttributes } from '../memory-keys.ts';
import { noteNotAccepted } from '../not-accepted.ts';
import type { Session } from '../session.ts';
import { excuseManager } from './excuse.ts';

/** The target has taken it: outcome, link and log row become true in one transaction. */
export async function conclude(
  session: Session,
  operation: Operation,
  result: WriteResult,
  sent: AttributeChanges,
  known: { readonly dropLink?: SourceId; readonly entry?: Promise<LogEntry | null> } = {},
): Promise<void> {
  const { change } = operation;
  const { journal } = session.deps;
  const dropped = new Set(result.dropped);
  const taken = accountAttributes.filter(
    (attribute) => result.echoed && sent[attribute] != null && !dropped.has(attribute),
  );
  const refused = await excuseManager(session, result, sent);
  const attributes = tallyAttributes(session.work.attributes, refused, refusalPoints.dropped, taken);
  session.run = noteNotAccepted(session, attributes);
  const done: Operation = { ...operation, targetId: result.targetId, status: 'done', error: null };
  const before = await (known.entry ?? journal.readEntry(operation.runId, operation.entrySeq));
  const leftOut = new Set<string>([
    ...dropped,
    ...findNotAccepted(attributes),
    ...String(change.params.notAccepted ?? '').split(', '),
  ]);
  const { sourceId } = change;
  const dropLink = known.dropLink ?? (change.reason === 'unadopted' ? sourceId : null);
  const isInEscrow = sourceId !== null && (await session.escrow()).has(sourceId);
  await settleAs(session, done, {
    before,
    entry: before && tellResult(session, before, done, leftOut),
    ...(dropLink === null ? { link: await linkOf(session, done, sent, leftOut) } : { dropLink }),
    ...(isInEscrow ? { leaveEscrow: sourceId } : {}),
    work: { unanswered: 0, held: 0 },
  });
}

type Settled = Partial<Pick<Settlement, 'link' | 'dropLink' | 'escrow' | 'leaveEscrow'>> & {
  /** The person's log row as it is on record, and as it is to be. */
  readonly before?: LogEntry | null;
  readonly entry?: LogEntry | null;
  readonly work?: Partial<RunWork>;
};

/** Puts what has become of the operation of the queue on record; the run's counts move with the person's row. */
export async function settleAs(session: Session, operation: Operation, settled: Settled = {}): Promise<void> {
  const { before = null, entry = null, work, link = null, ...rest } = settled;
  const isOpen = operation.status === 'pending' || operation.status === 'in-flight';
  const { counts, progress } = session.run;
  const run = session.with(
    {
      counts: before && entry ? moveCounts(counts, before.outcome, entry.outcome) : counts,
      progress: isOpen ? progress : { ...progress, done: Math.min(progress.total, progress.done + 1) },
      notBeforeMs: isOpen ? operation.notBeforeMs : 0,
    },
    work,
  );
  await session.deps.journal.settle({ run, operation, entry, link, ...rest });
  session.run = run;
  const at = session.queue.findIndex(({ seq }) => seq === operation.seq);
  session.queue.splice(Math.max(at, 0), at < 0 ? 0 : 1, ...(isOpen ? [operation] : []));
}

function tellResult(session: Session, entry: LogEntry, operation: Operation, leftOut: ReadonlySet<string>): LogEntry {
  const { change, targetId } = operation;
  const isSecondPass = operation.seq !== operation.entrySeq;
  const told = isSecondPass
    ? [...entry.modified, ...describeModified(change).filter((one) => !isTold(entry, one.attribute))]
    : entry.modified;
  const modified = told.filter(({ attribute }) => !leftOut.has(attribute));
  const missing = told.filter(({ attribute }) => leftOut.has(attribute)).map(({ attribute }) => attribute);
  // A first pass that failed stays the person's outcome, whatever became of the second.
  const isOpen = entry.outcome === 'waiting' && entry.retryAt === null;
  const wasDone = !isSecondPass && modified.length === 0 && change.action === 'update';
  const outcome = isOpen ? (wasDone ? 'unchanged' : outcomeOfChange(change)) : entry.outcome;
  return {
    ...entry,
    at: toIsoTime(session.nowMs),
    outcome,
    targetId,
    params: missing.length === 0 ? entry.params : { ...entry.params, notAccepted: missing.join(', ') },
    modified,
    ...(isOpen ? { retryAt: null, error: null } : {}),
  };
}

function isTold(entry: LogEntry, attribute: AccountAttribute): boolean {
  return entry.modified.some((known) => known.attribute === attribute);
}

async function linkOf(
  session: Session,
  { change, targetId, desired }: Operation,
  sent: AttributeChanges,
  leftOut: ReadonlySet<string>,
): Promise<Link | null> {
  if (change.sourceId === null || targetId === null) return null;
  const known = change.action === 'create' ? null : await session.deps.journal.readLink(change.sourceId);
  // Taking a run back changes accounts, not whose they are.
  if (session.run.task?.kind === 'undo' && known === null && !isAdoption(change)) return null;
  const whole = { ...(change.action === 'create' ? {} : desired), ...sent };
  const kept = Object.fromEntries(Object.entries(whole).filter(([name]) => !leftOut.has(name)));
  return {
    sourceId: change.sourceId,
    targetId,
    userName: sent.userName ?? known?.userName ?? change.userName ?? '',
    successorId: change.successorId ?? known?.successorId ?? null,
    origin: known?.origin ?? (isAdoption(change) ? 'adopted' : 'created'),
    applied: { ...known?.applied, ...kept },
    runId: session.run.id,
    updatedAt: toIsoTime(session.nowMs),
  };
}
