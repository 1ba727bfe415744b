import type { SourceId } from '../ids.ts';
import type { Draft, DraftContext } from './draft.ts';

/**
 * The drafts of one person, for a run of one person. A manager whose account is not there yet, or is switched off, is nobody's to
 * name: he is written in the next whole run, and this person with him.
 */
export function keepOnly(drafts: readonly Draft[], only: SourceId, { matching }: DraftContext): readonly Draft[] {
  return drafts.flatMap((each): readonly Draft[] => {
    const { change } = each;
    if (change.sourceId !== only) return [];
    const { managerUserName, ...after } = change.after;
    if (typeof managerUserName !== 'string') return [each];
    const holders = matching.index.byUserName.get(managerUserName.toLowerCase()) ?? [];
    if (holders.some((holder) => holder.active)) return [each];
    const { managerUserName: _before, ...before } = change.before;
    const params = { ...change.params, managerNote: 'manager-not-written-yet' };
    const isEmpty = change.action === 'update' && Object.keys(after).length === 0;
    const rest = isEmpty ? ({ action: 'skip', reason: 'in-step' } as const) : {};
    return [{ ...each, change: { ...change, ...rest, before, after, params } }];
  });
}
