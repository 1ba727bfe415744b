import { type Account, accountAttributes, type Desired } from '../core/account.ts';
import { toCanonicalJson } from '../core/canonical-json.ts';
import { blockedActions } from '../core/guardrails/guardrails.ts';
import type { SourceId, TargetId } from '../core/ids.ts';
import type { LogEntry } from '../core/log/log-entry.ts';
import { outcomeOfChange, toLogEntry } from '../core/log/log-row.ts';
import { forEachInParts, type Parts } from '../core/parts.ts';
import type { Change } from '../core/plan/change.ts';
import type { Plan } from '../core/plan/plan.ts';
import { type EscrowEntry, isRetryAhead } from '../core/run/escrow.ts';
import type { Operation } from '../core/run/operation.ts';
import { noCounts, type Run } from '../core/run/run.ts';
import { toIsoTime } from '../ports/clock.ts';
import { createManagerHolder } from './hold-managers.ts';
import { infoOf, type Session } from './session.ts';

export interface PlanRecords {
  readonly operations: readonly Operation[];
  readonly entries: readonly LogEntry[];
  readonly counts: Run['counts'];
}

/**
 * The plan as rows: an operation for everything to be written, and one log row per person, who waits until his operation
 * is settled, or for the admin where a guardrail holds his kind back. A dry run's rows say what would happen. In scheduled
 * runs people in escrow wait for their time.
 */
export function* draftRecords(
  session: Session,
  plan: Pick<Plan, 'changes' | 'findings'>,
  accounts: ReadonlyMap<TargetId, Account>,
  escrow: ReadonlyMap<SourceId, EscrowEntry>,
): Parts<PlanRecords> {
  const { run } = session;
  const at = toIsoTime(session.nowMs);
  const isDry = run.mode === 'dry';
  const operations: Operation[] = [];
  const entries: LogEntry[] = [];
  const counts = { ...noCounts };
  const blocked = blockedActions(plan.findings);
  const holdManager = createManagerHolder(plan);
  const later: { readonly first: Operation; readonly pass: Change; readonly kind: Operation['kind'] }[] = [];
  // A person's first change, with its operation; `null` = left in escrow, and a second pass with it.
  const firstOf = new Map<string, Operation | null>();
  yield* forEachInParts(plan.changes.entries(), ([seq, planned]) => {
    const first = planned.sourceId === null ? undefined : firstOf.get(planned.sourceId);
    if (first === null) return;
    const held = isDry || first ? null : heldInEscrow(planned, escrow, run, session.nowMs);
    const manager = isDry || first || held ? null : holdManager(planned);
    const change = manager?.now ?? planned;
    const drafted = held ? null : toOperation(run, seq, change, first ?? null, accounts);
    // Where the manager is all there is to write, all of it waits with the manager's own kind.
    const operation = drafted && manager && !manager.now ? { ...drafted, kind: manager.kind } : drafted;
    if (operation) operations.push(operation);
    if (operation && manager?.now) later.push({ first: operation, pass: manager.later, kind: manager.kind });
    if (first) return;
    if (change.sourceId !== null && (operation || held)) firstOf.set(change.sourceId, operation);
    const outcome = held || (operation && !isDry) ? 'waiting' : outcomeOfChange(change);
    const isBlocked = operation !== null && !isDry && blocked.has(operation.kind);
    const error = held?.error ?? (isBlocked ? infoOf('plan-needs-approval') : null);
    entries.push(toLogEntry(run.id, seq, at, change, outcome, error, held?.retryAt ?? null));
    counts[outcome]++;
  });
  for (const [at, { first, pass, kind }] of later.entries()) {
    const operation = toOperation(run, plan.changes.length + at, pass, first, accounts);
    if (operation) operations.push({ ...operation, kind });
  }
  return { operations, entries, counts };
}

function toOperation(
  run: Run,
  seq: number,
  change: Change,
  first: Operation | null,
  accounts: ReadonlyMap<TargetId, Account>,
): Operation | null {
  if (change.action === 'skip') return null;
  return {
    runId: run.id,
    seq,
    entrySeq: first?.seq ?? seq,
    kind: first?.kind ?? change.action,
    change,
    desired: mayComeBack(run, change) && !first ? wholeAccount(change, accounts) : null,
    status: 'pending',
    attempts: 0,
    notBeforeMs: 0,
    targetId: change.targetId,
    error: null,
  };
}

/** Whether the account is made anew should it have vanished: not to switch it off, and not to take something back. */
function mayComeBack({ task }: Run, { action }: Change): boolean {
  return action !== 'disable' && task?.kind !== 'undo';
}

/** What the account is once the change is made: a new one has to be like it should the present one vanish. */
function wholeAccount({ targetId, after, action }: Change, accounts: ReadonlyMap<TargetId, Account>): Desired | null {
  if (action === 'create') return after as Desired;
  const account = targetId === null ? undefined : accounts.get(targetId);
  if (!account) return null;
  const whole = accountAttributes.map(
    (attribute) => [attribute, attribute in after ? (after[attribute] ?? null) : account[attribute]] as const,
  );
  const { externalId, ...known } = Object.fromEntries(whole.filter(([, value]) => value !== null));
  return typeof externalId === 'string' ? ({ ...known, externalId } as Desired) : null;
}

/** The values an escrow entry is about: other ones are tried at once. */
export function attemptOf(change: Pick<Change, 'after'>): string {
  return toCanonicalJson(change.after);
}

function heldInEscrow(
  change: Change,
  escrow: ReadonlyMap<SourceId, EscrowEntry>,
  run: Run,
  nowMs: number,
): EscrowEntry | null {
  if (run.trigger !== 'schedule' || change.action === 'skip' || change.sourceId === null) return null;
  const entry = escrow.get(change.sourceId);
  if (!entry || entry.attempted !== attemptOf(change)) return null;
  return entry.retryAt === null || isRetryAhead(Date.parse(entry.retryAt), nowMs) ? entry : null;
}
