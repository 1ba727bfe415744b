import { toCanonicalJson } from '../canonical-json.ts';
import { beginHash } from '../hash.ts';
import { forEachInParts, type Parts } from '../parts.ts';
import type { Change } from './change.ts';

/**
 * The hash an approval is bound to: everything that would be written, over what, to whom and in which order. Skips, names for the
 * screen and version marks are no part of it: they may change without the plan becoming another. The hash of one canonical JSON
 * array, put together change by change.
 */
export function* hashPlan(changes: readonly Change[]): Parts<string> {
  const hash = beginHash();
  let separator = '[';
  yield* forEachInParts(changes, ({ action, sourceId, targetId, before, after }) => {
    if (action === 'skip') return;
    hash.add(`${separator}${toCanonicalJson({ action, sourceId, targetId, before, after })}`);
    separator = ',';
  });
  hash.add(separator === '[' ? '[]' : ']');
  return hash.end();
}
