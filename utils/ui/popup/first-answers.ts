import type { DemoView } from '../../messaging/contract/demo.ts';
import type { ResponseOf } from '../../messaging/contract.ts';
import type { ConnectionView } from '../../messaging/schemas/connection.ts';
import type { Health } from '../../messaging/schemas/health.ts';
import type { LiveRunData } from '../../messaging/schemas/run.ts';
import { ask } from './ask.ts';

export interface Known {
  readonly health: Health;
  readonly connection: ConnectionView;
  readonly demo: DemoView;
}

export type Guide = ResponseOf<'guide.list'>['tours'][number];

export interface Answers {
  /** Everything but the run that goes on. */
  readonly known: Known;
  /** The run that goes on now. */
  readonly live: LiveRunData | null;
}

/** Asks all that the popup shows of connection and runs. */
export async function askStatus(): Promise<Answers> {
  const [health, connection, live, demo] = await Promise.all([
    ask('health.get', null),
    ask('connection.get', null),
    ask('runs.active', null),
    ask('demo.get', null),
  ]);
  return { known: { health, connection, demo }, live };
}

/** The guides under way that still have something to do, one per tenant; empty also where nobody answers. */
export async function askGuides(): Promise<readonly Guide[]> {
  try {
    const { tours } = await ask('guide.list', null);
    return [...new Map(tours.filter(isUnderWay).map((each) => [each.tenant, each])).values()];
  } catch {
    return [];
  }
}

function isUnderWay({ checklist }: Guide): boolean {
  return checklist.some(({ state }) => state !== 'done');
}

/** What was answered before the popup was drawn; null = not yet. */
export const first: { status: Answers | null; guides: readonly Guide[] | null } = { status: null, guides: null };

/**
 * Asks before there is anything to show it with, so that texts and answers come at the same time and nothing moves when they are
 * there; waits for so many ms at most, since a background that takes its time must not keep the popup away.
 */
export async function askFirst(patienceMs: number): Promise<void> {
  const status = askStatus().then(
    (answers) => {
      first.status = answers;
    },
    // The popup asks again, and says why there is no answer.
    () => {},
  );
  const guides = askGuides().then((answer) => {
    first.guides = answer;
  });
  await Promise.race([Promise.all([status, guides]), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}
