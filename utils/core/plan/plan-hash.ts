import { hashJson } from '../hash.ts';
import type { Change } from './change.ts';

/**
 * The hash an approval is bound to: everything that would be written, over what, to whom and in which order. Skips, names for the
 * screen and version marks are no part of it: they may change without the plan becoming another.
 */
export function hashPlan(changes: readonly Change[]): string {
  return hashJson(
    changes
      .filter((change) => change.action !== 'skip')
      .map(({ action, sourceId, targetId, before, after }) => ({ action, sourceId, targetId, before, after })),
  );
}
