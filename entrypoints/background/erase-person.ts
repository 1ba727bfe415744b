import { CompanionError } from '../../utils/core/errors.ts';
import type { Json, SourceId } from '../../utils/core/ids.ts';
import { findTraces } from '../../utils/core/people/erase.ts';
import type { Services } from './services.ts';

const rowsPerPart = 500;

/**
 * Erases one person from everything that is kept, also where others' rows name him (as their manager). Only the pair of two ids
 * stays, so that a later run does not make a second account. Throws `run-active`: an open run still holds what it read.
 */
export async function erasePerson(
  { journal, settings }: Pick<Services, 'journal' | 'settings'>,
  sourceId: SourceId,
  exclude: boolean,
): Promise<{ rows: number }> {
  if (await journal.activeRun()) throw new CompanionError('run-active');
  const [known, link, log] = await Promise.all([
    journal.readPerson(sourceId),
    journal.readLink(sourceId),
    journal.queryLog({ sourceId, limit: Number.MAX_SAFE_INTEGER }),
  ]);
  if (exclude) {
    const policy = await settings.readPolicy();
    const excludedPeople = [...new Set([...policy.scope.excludedPeople, sourceId])];
    await settings.savePolicy({ ...policy, scope: { ...policy.scope, excludedPeople } });
  }
  const traces = findTraces(sourceId, { known, link, rows: log.entries });
  let cursor: Json = null;
  // Others' rows first: his own are what tells by which names to look for him, should this be interrupted.
  do cursor = await journal.eraseMentions(traces, cursor, rowsPerPart);
  while (cursor !== null);
  return journal.erasePerson(sourceId);
}
