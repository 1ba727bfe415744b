import type { SourceId } from '../core/ids.ts';
import type { Link } from '../core/link.ts';
import { collectInParts, type Parts } from '../core/parts.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Run } from '../core/run/run.ts';
import type { SourceSnapshot } from '../core/snapshot.ts';

/**
 * Links of people whom this run misses for the first time, and of those who are back: to be stored with the plan. Planned anew
 * after a death the same run marks the same, and never confirms itself.
 */
export function* markAbsent(
  run: Run,
  { changes, people }: Plan,
  links: ReadonlyMap<SourceId, Link>,
  { complete }: SourceSnapshot,
): Parts<readonly Link[]> {
  if (!complete || run.task) return [];
  const missed = yield* collectInParts(changes, ({ reason, sourceId }) => {
    const link = reason === 'gone-unconfirmed' && sourceId !== null ? links.get(sourceId) : undefined;
    return link && link.absentIn !== run.id ? [{ ...link, absentIn: run.id }] : [];
  });
  const back = yield* collectInParts(people, ({ person }) => {
    const { absentIn, ...link } = links.get(person.sourceId) ?? {};
    return absentIn === undefined ? [] : [link as Link];
  });
  return [...missed, ...back];
}
