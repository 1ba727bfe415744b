import type { KnownCompany } from '../../core/guardrails/guardrail.ts';
import type { Json } from '../../core/ids.ts';
import { keptFrom, noteClock, readClockSeen } from '../../core/log/retention.ts';
import type { Operation } from '../../core/run/operation.ts';
import { judgeQuarantine, packQuarantine, unpackQuarantine } from '../../core/run/quarantine.ts';
import type { Run, RunState } from '../../core/run/run.ts';
import { toIsoTime } from '../../ports/clock.ts';
import { limits } from '../deps.ts';
import { memoryKeys, packTallies, readCompanies } from '../memory-keys.ts';
import type { Session } from '../session.ts';

const dayMs = 24 * 3_600_000;
/** Of operations. */
export const everyKind: readonly Operation['kind'][] = ['create', 'update', 'disable'];

/** Nothing is left to be applied: the run ends, or waits for the admin where guardrails hold a kind back. */
export async function finishRun(session: Session): Promise<void> {
  const { run, deps } = session;
  const isHeld = run.mode === 'live' && (await deps.journal.openOperations(run.id, everyKind, 1)).length > 0;
  if (isHeld) return session.save({ state: 'awaiting-approval' });
  const { failed, waiting } = run.counts;
  await end(session, run.mode === 'live' && failed + waiting > 0 ? 'partial' : 'succeeded');
}

/** Closes what is still open, part by part, then ends the run as decided. */
export async function closeRun(session: Session): Promise<void> {
  const { ending } = session.work;
  if (!ending) return;
  session.queue = [];
  const { deps } = session;
  const { run, more } = await deps.journal.closeOpen(session.run, ending, session.nowMs, limits.rowsPerClosing);
  session.run = run;
  if (more) {
    await deps.journal.compact(run.id);
    return;
  }
  const ended = session.with({ state: ending.state, error: ending.error, endedAt: toIsoTime(session.nowMs) });
  await deps.journal.endRun(ended, [await judgeConnection(session, ended)]);
  session.run = ended;
  await packEnded(session);
}

async function end(session: Session, state: RunState): Promise<void> {
  const { journal } = session.deps;
  const steps = await journal.readSourceSteps(session.run.id, ['remember']);
  // True whatever becomes of the rest, and too many for one transaction.
  for (const { remember: facts } of steps) {
    for (let at = 0; at < facts.length; at += limits.factsPerPart) {
      await journal.remember(facts.slice(at, at + limits.factsPerPart));
      await journal.compact(session.run.id);
      await session.deps.scheduler.giveWay();
    }
  }
  const remember: { key: string; value: Json }[] = [];
  // Taking back asks for old values, which says nothing about what the target accepts.
  if (session.run.mode === 'live' && session.run.task?.kind !== 'undo') {
    const { attributes, counted } = session.work;
    const since = (await journal.recall([memoryKeys.attributes])).get(memoryKeys.attributes);
    remember.push({ key: memoryKeys.attributes, value: packTallies(attributes, since, session.nowMs) });
    // Only a run about everyone says how many there are.
    if (counted && !session.run.task) {
      remember.push({ key: memoryKeys.previous, value: { ...counted } });
      remember.push(await knownCompanies(session, steps.at(-1)?.evidence?.companies ?? []));
    }
  }
  const endedAt = toIsoTime(session.nowMs);
  if (session.run.task?.kind === 'drift') {
    remember.push({ key: memoryKeys.drift, value: { runId: session.run.id, at: endedAt } });
  }
  const run = session.with({ state, endedAt, error: null });
  remember.push(await dropOldLog(session));
  remember.push(await judgeConnection(session, run));
  await journal.endRun(run, remember);
  session.run = run;
  await packEnded(session);
}

/** The run is over and well, whatever becomes of this: what is not packed now is with the next run's. */
async function packEnded({ deps }: Session): Promise<void> {
  try {
    for (let part = 0; part < limits.packingParts; part += 1) {
      if (!(await deps.journal.compact(null)).more) return;
      await deps.scheduler.giveWay();
    }
  } catch {
    // Whatever keeps the journal from it keeps it from the next step too, which then says so.
  }
}

/**
 * Companies that were not listed this time stay known, so that nobody is switched off with them unnoticed, until an admin has approved
 * a plan that said so: with that finding a run comes to this end in no other way.
 */
async function knownCompanies({ run, deps }: Session, listed: readonly KnownCompany[]) {
  const key = memoryKeys.companies;
  const isApproved = run.findings.some(({ rule }) => rule === 'company-missing');
  const before = isApproved ? [] : readCompanies((await deps.journal.recall([key])).get(key));
  const byId = new Map([...before, ...listed].map(({ id, name }) => [id, { id, name }]));
  return { key, value: [...byId.values()] };
}

/** Rows past the age that the admin chose go, a bounded number with every run: what is left goes with the next. Gives what to remember. */
async function dropOldLog({ deps, nowMs }: Session): Promise<{ key: string; value: Json }> {
  const { journal, scheduler } = deps;
  const { keepLogDays } = await deps.policy();
  const key = memoryKeys.clock;
  const seen = readClockSeen((await journal.recall([key])).get(key));
  const before = toIsoTime(keptFrom(keepLogDays * dayMs, seen, nowMs));
  for (let part = 0; part < limits.droppingParts; part += 1) {
    if (!(await journal.dropLogBefore(before, limits.rowsPerClosing)).more) break;
    await scheduler.giveWay();
  }
  return { key, value: { ...noteClock(seen, nowMs) } };
}

/** Whether the connection may be used by schedule from now on; recorded in the transaction that ends the run. */
async function judgeConnection({ deps, nowMs }: Session, run: Run): Promise<{ key: string; value: Json }> {
  const key = memoryKeys.quarantine;
  const before = unpackQuarantine((await deps.journal.recall([key])).get(key));
  // One person, or an undo, says nothing about the share that fails; a refusal is one whoever it was for.
  const judged = run.task && run.error === null ? before : judgeQuarantine(run, before, nowMs);
  return { key, value: packQuarantine(judged) };
}
