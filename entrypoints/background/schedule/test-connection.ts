import { type ErrorInfo, toErrorInfo } from '../../../utils/core/errors.ts';
import { judgeTest, packQuarantine, quarantineKey, unpackQuarantine } from '../../../utils/core/run/quarantine.ts';
import type { Services } from '../services.ts';

/** Tests both sides, without writing; null = both work. The connection leaves quarantine when they do. */
export async function testConnection(services: Services): Promise<ErrorInfo | null> {
  const error = await findTrouble(services);
  const { journal, clock } = services;
  const quarantine = unpackQuarantine((await journal.recall([quarantineKey])).get(quarantineKey));
  if (quarantine) {
    const value = packQuarantine(judgeTest(quarantine, error, clock.nowMs()));
    await journal.remember([{ key: quarantineKey, value }]);
  }
  return error;
}

/** One side works: where it was the one that refused, the connection leaves quarantine. */
export async function leaveQuarantine({ journal, clock }: Services, side: 'source' | 'target'): Promise<void> {
  const quarantine = unpackQuarantine((await journal.recall([quarantineKey])).get(quarantineKey));
  if (!quarantine?.active || !quarantine.reason.code.startsWith(`${side}-`)) return;
  const value = packQuarantine(judgeTest(quarantine, null, clock.nowMs()));
  await journal.remember([{ key: quarantineKey, value }]);
}

async function findTrouble({ openSource, openTarget }: Services): Promise<ErrorInfo | null> {
  try {
    const [source, target] = await Promise.all([openSource(), openTarget()]);
    const checks = await Promise.all([source.check(), target.check()]);
    return checks.find((check) => !check.ok)?.error ?? null;
  } catch (error) {
    return toErrorInfo(error);
  }
}
