import type { Account } from '../../core/account.ts';
import { accountAttributes } from '../../core/account.ts';
import { isInForce } from '../../core/drift.ts';
import type { SourceId, TargetId } from '../../core/ids.ts';
import type { Link } from '../../core/link.ts';
import type { LogEntry } from '../../core/log/log-entry.ts';
import { collectInParts, forEachInParts, type Parts } from '../../core/parts.ts';
import { type KnownPerson, toKnownPerson } from '../../core/people/known-person.ts';
import type { Person } from '../../core/person.ts';
import type { ReasonCode } from '../../core/plan/change.ts';
import { estimateRun, type RunEstimate } from '../../core/plan/estimate.ts';
import { buildPlanInParts, isAdoption, type Plan } from '../../core/plan/plan.ts';
import type { Run } from '../../core/run/run.ts';
import { type SourceSnapshot, sealSnapshot } from '../../core/snapshot.ts';
import { toIsoTime } from '../../ports/clock.ts';
import type { SourceStep } from '../../ports/source.ts';
import { draftRecords } from '../draft-records.ts';
import { markAbsent } from '../mark-absent.ts';
import {
  findNotAccepted,
  findOnTrial,
  memoryKeys,
  readCompanies,
  readPrevious,
  unpackTallies,
} from '../memory-keys.ts';
import { findShown } from '../proof.ts';
import { infoOf, padded, type Session } from '../session.ts';

/** Compares what was read, and puts the plan on record: operations to apply, and one log row per person. */
export async function planRun(session: Session): Promise<void> {
  const drafted = await draftRun(session);
  if (drafted === null) {
    await session.endWith({ state: 'failed', outcome: 'failed', error: infoOf('source-invalid'), retryAt: null });
    return;
  }
  await session.deps.journal.savePlan(drafted.next, drafted.rows);
  session.run = drafted.next;
}

/** By itself, so that all that was read is let go of before the plan is stored; `null` = the source proved nothing. */
async function draftRun(session: Session) {
  const { deps, run } = session;
  const { journal } = deps;
  const steps = await journal.readSourceSteps(run.id, ['people', 'managers']);
  const evidence = steps.at(-1)?.evidence;
  if (!evidence) return null;
  const pages = await journal.readTargetPages(run.id);
  const memory = await journal.recall([memoryKeys.previous, memoryKeys.attributes, memoryKeys.companies]);
  const isAlone = run.against === 'nothing';
  const attributes = isAlone ? {} : unpackTallies(memory.get(memoryKeys.attributes), session.nowMs);
  const onTrial = isAlone ? [] : findOnTrial(memory.get(memoryKeys.attributes), session.nowMs);
  const { unplaced = [] } = isAlone ? {} : await session.target();
  const policy = await deps.policy();
  const links = isAlone ? new Map<SourceId, Link>() : await journal.readLinks();
  const decisions = (await journal.readDecisions()).filter((decision) => isInForce(decision, session.nowMs));
  const escrow = await session.escrow();
  const isDry = run.mode === 'dry';
  const { plan, records, rows } = await deps.scheduler.run(
    (function* () {
      const accounts = yield* uniqueAccounts(pages);
      const snapshot = sealSnapshot(yield* joinManagers(steps), evidence);
      const plan = yield* buildPlanInParts({
        snapshot,
        accounts: [...accounts.values()],
        links,
        runId: run.id,
        companiesBefore: readCompanies(memory.get(memoryKeys.companies)),
        policy: {
          ...policy,
          excludedAttributes: [...policy.excludedAttributes, ...unplaced, ...findNotAccepted(attributes)],
        },
        onTrial,
        previous: isAlone ? null : readPrevious(memory.get(memoryKeys.previous)),
        ...(run.task?.kind === 'person' ? { only: run.task.sourceId } : {}),
        decisions,
      });
      const records = yield* draftRecords(session, plan, accounts, escrow);
      const adopted = yield* adoptedInStep(session, plan, accounts);
      const rows = {
        operations: isDry ? [] : records.operations,
        entries: records.entries,
        links: isDry ? [] : [...adopted, ...(yield* markAbsent(run, plan, links, snapshot))],
        // Against nothing, nothing is learnt about how people stand.
        people: isAlone ? [] : yield* knownPeople(session, plan, records.entries, snapshot),
        forgetOthers: snapshot.complete && run.task === undefined && !isAlone,
      };
      return { plan, records, rows };
    })(),
  );
  const next = session.with(
    {
      state: 'applying',
      counts: records.counts,
      planHash: plan.hash,
      // A plan that no guardrail holds back needs nobody's approval.
      approvedHash: plan.verdict === 'safe' ? plan.hash : null,
      findings: plan.findings,
      notices: [...run.notices, ...knownElsewhere(plan)],
      ...(isAlone ? {} : { estimate: await estimate(session, records.operations.length) }),
      progress: { done: 0, total: records.operations.length },
      attempts: 0,
      notBeforeMs: 0,
    },
    {
      attributes,
      onTrial,
      shown: findShown(pages.flat()),
      counted: plan.counted,
      ending: isDry ? null : refusalOf(plan),
    },
  );
  return { next, rows };
}

/** Everybody with the row that tells what becomes of him; a run of one person knows that one anew. */
function* knownPeople(
  { run, nowMs }: Session,
  { people }: Plan,
  entries: readonly LogEntry[],
  { unread }: SourceSnapshot,
): Parts<readonly KnownPerson[]> {
  const rows = new Map<SourceId | null, number>();
  yield* forEachInParts(entries, ({ sourceId, seq }) => void rows.set(sourceId, seq));
  const at = toIsoTime(nowMs);
  return yield* collectInParts(people, (examined) => {
    const seq = rows.get(examined.person.sourceId);
    return seq === undefined ? [] : [toKnownPerson(examined, unread, { runId: run.id, seq, at })];
  });
}

async function estimate(session: Session, requests: number): Promise<RunEstimate> {
  const budget = padded((await session.target()).budget);
  const spent = budget ? await session.deps.journal.countRequests(session.nowMs - budget.windowMs) : 0;
  return estimateRun(requests, budget, spent);
}

/**
 * Accounts that bear the ids of our people although this journal never wrote them: another companion on the same connection did, in
 * another browser profile or on another computer, or this one before it was erased. They are adopted; two writers are worth a word.
 */
function knownElsewhere({ changes }: Plan): Run['notices'] {
  const count = changes.filter((change) => isAdoption(change) && change.match?.by === 'externalId').length;
  return count === 0 ? [] : [{ code: 'known-elsewhere', params: { count } }];
}

/** Why a plan may not be carried out at all, as the run's end; `null` = it may. */
export function refusalOf({ verdict, findings }: Pick<Plan, 'verdict' | 'findings'>) {
  if (verdict !== 'refused') return null;
  const rule = findings.find((finding) => finding.verdict === 'refused')?.rule ?? 'source-empty';
  const error = rule === 'source-empty' ? infoOf('source-empty') : infoOf('plan-refused', { rule });
  return { state: 'failed', outcome: 'waiting', error, retryAt: null } as const;
}

/** Managers learnt in a later step replace what the person's own step said. */
function* joinManagers(steps: readonly Pick<SourceStep, 'people' | 'managers'>[]): Parts<Person[]> {
  const managers = new Map<SourceId, Person['manager']>();
  for (const step of steps) {
    yield* forEachInParts(step.managers, ({ sourceId, manager }) => void managers.set(sourceId, manager));
  }
  const people: Person[] = [];
  for (const step of steps) {
    yield* forEachInParts(step.people, (person) => {
      const manager = managers.get(person.sourceId);
      people.push(manager === undefined ? person : { ...person, manager });
    });
  }
  return people;
}

/** A list that moved while it was read may show an account twice; the later page is the newer view of it. */
export function* uniqueAccounts(pages: readonly (readonly Account[])[]): Parts<ReadonlyMap<TargetId, Account>> {
  const accounts = new Map<TargetId, Account>();
  for (const page of pages) yield* forEachInParts(page, (account) => void accounts.set(account.targetId, account));
  return accounts;
}

const inStep: ReadonlySet<ReasonCode> = new Set(['in-step', 'already-inactive']);

/** Accounts that were found just as they should be become ours without a request. */
function* adoptedInStep(
  session: Session,
  plan: Plan,
  accounts: ReadonlyMap<TargetId, Account>,
): Parts<readonly Link[]> {
  return yield* collectInParts(plan.changes, (change) => {
    const { sourceId, targetId } = change;
    if (!inStep.has(change.reason) || !isAdoption(change) || sourceId === null || targetId === null) return [];
    const account = accounts.get(targetId);
    if (!account) return [];
    const applied = Object.fromEntries(accountAttributes.map((attribute) => [attribute, account[attribute]]));
    const link: Link = {
      sourceId: sourceId as SourceId,
      targetId,
      userName: account.userName,
      successorId: change.successorId,
      origin: 'adopted',
      applied,
      runId: session.run.id,
      updatedAt: toIsoTime(session.nowMs),
    };
    return [link];
  });
}
