import { CompanionError, type ErrorInfo, toErrorInfo } from '../../../utils/core/errors.ts';
import { quarantineKey, unpackQuarantine } from '../../../utils/core/run/quarantine.ts';
import type { Standing } from '../../../utils/core/schedule/next-turn.ts';
import type { Services } from '../services.ts';

export interface FullStanding extends Standing {
  /** How many people are in escrow. */
  readonly escrow: number;
  /** Why nothing can be done without the admin (a token, a permission, the connection itself is missing); null = it can. */
  readonly blocked: ErrorInfo | null;
}

/** Everything on which it depends what the companion does next by itself. */
export async function readStanding(services: Services): Promise<FullStanding> {
  const { journal, settings, clock, timeZone } = services;
  const { schedule, sinceMs } = await settings.readSchedule();
  const [facts, escrow, blocked] = await Promise.all([
    journal.recall([quarantineKey]),
    journal.summariseEscrow(sinceMs),
    findBlock(services),
  ]);
  return {
    schedule,
    sinceMs,
    retryAtMs: escrow.nextRetryAtMs,
    quarantine: unpackQuarantine(facts.get(quarantineKey)),
    timeZone: timeZone(),
    nowMs: clock.nowMs(),
    escrow: escrow.count,
    blocked,
  };
}

async function findBlock({ openSource, openTarget }: Services): Promise<ErrorInfo | null> {
  try {
    await Promise.all([openSource(), openTarget()]);
    return null;
  } catch (error) {
    if (error instanceof CompanionError) return toErrorInfo(error);
    throw error;
  }
}
