import { CompanionError } from '../../../core/errors.ts';
import type { IsoDate, SourceId } from '../../../core/ids.ts';
import { collectInParts, forEachInParts, mapInParts, type Parts } from '../../../core/parts.ts';
import type { SourceStep } from '../../../ports/source.ts';
import type { NmbrsCursor } from '../cursor.ts';
import { isDispensable } from '../faults.ts';
import { packIds, unpackIds } from '../id-list.ts';
import { askManagers } from '../managers/ask-managers.ts';
import { decideManagers, type ManagerDecisions } from '../managers/decide.ts';
import { type ManagerDirectory, readManagerDirectory } from '../managers/manager-list.ts';
import { managerKey, type RememberedManager, readRemembered, toMemory } from '../managers/memory.ts';
import { pollReport, type ReportPoll, type ReportRows } from '../managers/report.ts';
import { nextPoll } from '../managers/report-patience.ts';
import type { SoapClient } from '../soap-client.ts';
import { lastStep, managerBatch, type StepTools, stepTo } from './step.ts';

/** Waits for the report as long as it is worth it, then decides whose manager is known and whose has to be asked for. */
export async function decideManagersStep(at: NmbrsCursor, tools: StepTools): Promise<SourceStep> {
  if (at.people === '') return lastStep(at, {});
  const { client, clock } = tools;
  if (!at.report) return await decide(at, null, tools);
  const { taskId } = at.report;
  const waitingSinceMs = at.report.waitingSinceMs ?? clock.nowMs();
  const poll = await pollOrGiveUp(client, taskId);
  if (poll.state === 'ready') return await decide(at, poll.rows, tools);
  const polls = at.report.polls + 1;
  const until = poll.state === 'failed' ? null : nextPoll(polls, waitingSinceMs, clock.nowMs());
  if (until === null) return await decide(at, null, tools);
  await clock.sleepUntil(until, tools.signal);
  return stepTo({ ...at, calls: at.calls + client.calls(), report: { taskId, waitingSinceMs, polls } }, {});
}

/** The next batch of people, each asked for by one call. */
export async function askManagersStep(at: NmbrsCursor, { client, context, scheduler }: StepTools): Promise<SourceStep> {
  const people = await scheduler.run(unpackIds(at.people));
  const { managers, refused } = await askManagers(client, people.slice(0, managerBatch));
  const left = refused ? [] : people.slice(managerBatch);
  const next: NmbrsCursor = {
    ...at,
    people: await scheduler.run(packIds(left)),
    calls: at.calls + client.calls(),
    unread: refused ? [...at.unread, { attribute: 'manager', error: refused }] : at.unread,
  };
  const remember = managers.map(({ sourceId, manager }) => toMemory(sourceId, manager, context.today));
  return left.length === 0 ? lastStep(next, { managers, remember }) : stepTo(next, { managers, remember });
}

async function decide(at: NmbrsCursor, report: ReportRows | null, tools: StepTools): Promise<SourceStep> {
  const { client, context, scheduler } = tools;
  const people = await scheduler.run(unpackIds(at.people));
  const remembered = await recallManagers(people, tools);
  // Without a report or a memory there are no names to look up.
  const directory = report || remembered.size > 0 ? await readDirectoryOrNull(client, at.debtors) : null;
  const changed = new Set(await scheduler.run(unpackIds(at.changed)));
  const { known, ask } = await scheduler.run(
    decideManagers({ people, changed, report, directory, remembered, today: context.today }),
  );
  const managers = await scheduler.run(
    mapInParts(known, ([id, { manager }]) => ({ sourceId: id as SourceId, manager })),
  );
  const next: NmbrsCursor = {
    ...at,
    stage: 'asking',
    report: null,
    people: await scheduler.run(packIds(ask)),
    changed: '',
    toAsk: ask.length,
    calls: at.calls + client.calls(),
  };
  const remember = await scheduler.run(rememberKnown(known, remembered, context.today));
  return ask.length === 0 ? lastStep(next, { managers, remember }) : stepTo(next, { managers, remember });
}

async function recallManagers(
  people: readonly string[],
  { context, scheduler }: StepTools,
): Promise<ReadonlyMap<string, RememberedManager>> {
  const recalled = await context.recall(people.map(managerKey));
  const remembered = new Map<string, RememberedManager>();
  await scheduler.run(
    forEachInParts(people, (id) => {
      const memory = readRemembered(recalled.get(managerKey(id)));
      if (memory) remembered.set(id, memory);
    }),
  );
  return remembered;
}

const rememberAgainAfterDays = 7;

/** What the report says is remembered for the day it is not to be had; not anew every day for everybody. */
function* rememberKnown(
  known: ManagerDecisions['known'],
  remembered: ReadonlyMap<string, RememberedManager>,
  today: IsoDate,
): Parts<SourceStep['remember']> {
  return yield* collectInParts(known, ([id, { manager, seenToday }]) => {
    const before = remembered.get(id);
    const isSame = before !== undefined && JSON.stringify(before.manager) === JSON.stringify(manager);
    const isFresh =
      before !== undefined && Date.parse(today) - Date.parse(before.on) < rememberAgainAfterDays * 86_400_000;
    return !seenToday || (isSame && isFresh) ? [] : [toMemory(id, manager, today)];
  });
}

/** The report only saves calls: whatever is wrong with it, managers are then asked for one by one. */
async function pollOrGiveUp(client: SoapClient, taskId: string): Promise<ReportPoll> {
  try {
    return await pollReport(client, taskId);
  } catch (error) {
    if (!(error instanceof CompanionError) || error.code === 'source-auth' || error.code === 'run-cancelled')
      throw error;
    return { state: 'failed' };
  }
}

/** The list only saves calls as well: where it is refused or not understood, it is done without. */
async function readDirectoryOrNull(client: SoapClient, debtors: readonly string[]): Promise<ManagerDirectory | null> {
  try {
    return await readManagerDirectory(client, debtors);
  } catch (error) {
    if (isDispensable(error)) return null;
    throw error;
  }
}
