import { type AccountAttribute, accountAttributes, type Desired } from '../core/account.ts';
import type { Json } from '../core/ids.ts';
import type { LogEntry } from '../core/log/log-entry.ts';
import { type ImportFile, javeloImportFile } from './javelo-import-file.ts';

export type { ImportFile };

/**
 * Javelo's import file from the rows of a dry run against nothing, in which everybody who is to have an account is created as
 * a whole: the same plan as a synchronisation makes. `readPage` gives the run's rows page by page (`log.query`).
 */
export async function importFileOf(
  readPage: (cursor: Json) => Promise<{ readonly entries: readonly LogEntry[]; readonly next: Json }>,
): Promise<ImportFile> {
  const accounts: Desired[] = [];
  let cursor: Json = null;
  do {
    const page: { readonly entries: readonly LogEntry[]; readonly next: Json } = await readPage(cursor);
    accounts.push(...page.entries.flatMap(accountIn));
    cursor = page.next;
  } while (cursor !== null);
  return javeloImportFile(accounts);
}

function accountIn({ outcome, modified, sourceId }: LogEntry): readonly Desired[] {
  if (outcome !== 'created' || sourceId === null) return [];
  const known = new Set<string>(accountAttributes);
  const values: Partial<Record<AccountAttribute, string | boolean | null>> = {};
  for (const { attribute, to } of modified) if (known.has(attribute)) values[attribute] = to;
  const { userName, active } = values;
  if (typeof userName !== 'string' || typeof active !== 'boolean') return [];
  return [{ ...values, userName, active, externalId: sourceId } as Desired];
}
