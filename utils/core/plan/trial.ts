import type { AccountAttribute } from '../account.ts';
import type { Change } from './change.ts';
import type { Draft } from './draft.ts';

/** People on whom an attribute that was not accepted is tried again: as many as it takes to tell. */
const peoplePerTrial = 2;

/**
 * Attributes on trial are written for the first few people only: were they still refused, or taken after all, nobody wants to
 * learn that from a change to everyone. An update of which nothing is left is none.
 */
export function limitTrials(drafts: readonly Draft[], onTrial: readonly AccountAttribute[]): readonly Draft[] {
  if (onTrial.length === 0) return drafts;
  const tried = new Map<AccountAttribute, number>();
  return drafts.map((draft) => {
    if (draft.change.action !== 'create' && draft.change.action !== 'update') return draft;
    const surplus = onTrial.filter((attribute) => {
      const value = draft.change.after[attribute];
      if (value === undefined) return false;
      const times = tried.get(attribute) ?? 0;
      if (value !== null) tried.set(attribute, times + 1);
      return value === null || times >= peoplePerTrial;
    });
    return surplus.length === 0 ? draft : { ...draft, change: without(draft.change, surplus) };
  });
}

function without(change: Change, surplus: readonly AccountAttribute[]): Change {
  const keep = <T extends object>(values: T): T =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !surplus.some((one) => one === name))) as T;
  const [before, after] = [keep(change.before), keep(change.after)];
  const isNothing = change.action === 'update' && Object.keys(after).length === 0;
  return isNothing ? { ...change, action: 'skip', reason: 'in-step', before, after } : { ...change, before, after };
}
