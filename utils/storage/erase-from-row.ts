import {
  eraseFromEntry,
  eraseFromKnown,
  eraseFromLink,
  eraseFromRun,
  isMentioned,
  type Traces,
} from '../core/people/erase.ts';
import type { z } from '../zod.ts';
import { linkRow, logRow } from './rows/change-rows.ts';
import { knownPersonRow } from './rows/known-person-row.ts';
import { memoryRow } from './rows/meta-rows.ts';
import { parseRows } from './rows/parse-row.ts';
import { runRow } from './rows/run-row.ts';

/** Where somebody may be named in the records of others. */
export const storesWithMentions = ['log', 'links', 'people', 'runs', 'memory'] as const;

/** The row without the person; the same one where he is not in it; `null` = to be dropped. */
export function eraseFromRow(store: (typeof storesWithMentions)[number], row: unknown, traces: Traces): unknown {
  switch (store) {
    case 'log':
      return through(logRow, row, (entry) => eraseFromEntry(entry, traces));
    case 'links':
      return through(linkRow, row, (link) => eraseFromLink(link, traces));
    case 'people':
      return through(knownPersonRow, row, (known) => eraseFromKnown(known, traces));
    case 'runs':
      return through(runRow, row, (run) => eraseFromRun(run, traces));
    case 'memory':
      return through(memoryRow, row, (fact) => (isAbout(fact, traces) ? null : fact));
  }
}

function through<T>(schema: z.ZodMiniType<T>, row: unknown, erase: (value: T) => T | null): unknown {
  const [value] = parseRows(schema, [row]);
  if (value === undefined) return row;
  const next = erase(value);
  return next === value ? row : next;
}

/** A connector's fact about the person, or one that names him: its owner learns it anew. The engine's own facts name nobody. */
function isAbout(fact: { readonly key: string; readonly value: unknown }, traces: Traces): boolean {
  if (fact.key.startsWith('engine:')) return false;
  return fact.key.endsWith(`:${traces.sourceId}`) || isMentioned(fact.value, traces);
}
