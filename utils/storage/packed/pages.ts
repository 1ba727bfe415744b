import type { Account } from '../../core/account.ts';
import { CompanionError } from '../../core/errors.ts';
import type { Parts } from '../../core/parts.ts';
import type { StepList } from '../../ports/journal.ts';
import type { StoredStep } from '../rows/page-rows.ts';
import { type Block, numberKey, openBlock, type PackedTable, packInParts } from './block.ts';
import type { BlockStore } from './block-store.ts';

/** Rows of a page that are not worth a block. */
const fewRows = 50;

export const allLists: readonly StepList[] = ['people', 'managers', 'remember'];
const lists = { people: 'sourcePeople', managers: 'sourceManagers', remember: 'sourceFacts' } as const;

export const pageTables: readonly PackedTable[] = [...Object.values(lists), 'accounts'];

/** A step of the source: what is long of it goes into blocks, and the rest is the row. */
export function* packStep(
  runId: string,
  page: number,
  step: StoredStep,
): Parts<{ readonly step: StoredStep; readonly blocks: readonly Block[] }> {
  const blocks: Block[] = [];
  const rest: Record<string, unknown> = { ...step };
  for (const name of ['people', 'managers', 'remember'] as const) {
    if (step[name].length <= fewRows) continue;
    blocks.push(...(yield* packList(lists[name], runId, page, step[name])));
    rest[name] = [];
  }
  return { step: rest as unknown as StoredStep, blocks };
}

export function* packAccounts(
  runId: string,
  page: number,
  accounts: readonly Account[],
): Parts<{ readonly accounts: readonly Account[]; readonly blocks: readonly Block[] }> {
  if (accounts.length <= fewRows) return { accounts, blocks: [] };
  return { accounts: [], blocks: yield* packList('accounts', runId, page, accounts) };
}

/** The step with what lies in blocks, as it was stored: the caller looks at its shape. */
export async function* unpackStep(blocks: BlockStore, runId: string, page: number, wanted: readonly StepList[]) {
  for (const name of wanted) {
    for await (const rows of unpackList(blocks, lists[name], runId, page)) yield { [name]: rows };
  }
}

/** The rows of one page's list, block by block. */
export async function* unpackList(
  blocks: BlockStore,
  table: PackedTable,
  runId: string,
  page: number,
): AsyncGenerator<readonly unknown[]> {
  let block = await blocks.after(table, runId, numberKey(page));
  while (block?.first.startsWith(numberKey(page))) {
    const rows = openBlock(block);
    if (rows === null) throw new CompanionError('journal-damaged', { store: table, key: `${runId}/${page}` });
    yield rows;
    block = await blocks.after(table, runId, block.first);
  }
}

function packList(table: PackedTable, runId: string, page: number, rows: readonly unknown[]): Parts<Block[]> {
  const keyed = rows.map((row, at) => ({ key: `${numberKey(page)}.${numberKey(at)}`, row }));
  return packInParts(table, runId, keyed);
}
