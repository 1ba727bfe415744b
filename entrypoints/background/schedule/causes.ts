import { type Cause, untold } from '../../../utils/core/run/cause.ts';
import { hasEnded, type Run } from '../../../utils/core/run/run.ts';
import { showNeed } from '../../../utils/platform/badge.ts';
import { notify } from '../../../utils/platform/notifications.ts';
import type { Services } from '../services.ts';
import type { FullStanding } from './standing.ts';

const toldKey = 'background:told';

/** What needs the admin now, of what happens while nobody looks. */
export function findCauses({ quarantine, blocked, schedule }: FullStanding, active: Run | null): readonly Cause[] {
  const causes: Cause[] = [];
  if (quarantine?.active) causes.push({ key: `quarantine:${quarantine.reason.code}`, kind: 'quarantine' });
  if (blocked && schedule.kind !== 'manual') causes.push({ key: `paused:${blocked.code}`, kind: 'paused' });
  if (active?.trigger === 'schedule' && active.state === 'awaiting-approval') {
    const rules = active.findings.filter((finding) => finding.blocks !== null).map(({ rule }) => rule);
    causes.push({ key: `approval:${[...new Set(rules)].sort().join()}`, kind: 'approval' });
  }
  return causes;
}

/** Says it once per cause, where the admin allowed notifications, and marks the icon as long as it lasts. */
export async function tellCauses({ journal }: Services, causes: readonly Cause[], active: Run | null): Promise<void> {
  const stored = (await journal.recall([toldKey])).get(toldKey);
  const told = Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : [];
  const keys = causes.map(({ key }) => key);
  const fresh = untold(causes, told);
  // On record first: should this worker die in between, silence is better than the same notification twice.
  if (fresh.length > 0 || keys.length !== told.length) {
    await journal.remember([{ key: toldKey, value: keys.length === 0 ? null : keys }]);
  }
  for (const { key, kind } of fresh) await notify(key, kind);
  if (active && active.state !== 'awaiting-approval') return;
  const [last] = await journal.listRuns(1);
  await showNeed(causes.length > 0 || (last !== undefined && endedBadly(last)));
}

function endedBadly(run: Run): boolean {
  return hasEnded(run) ? run.state === 'failed' || run.state === 'partial' : run.state === 'awaiting-approval';
}
