import type { Client } from '../messaging/client.ts';
import type { ResponseOf } from '../messaging/contract.ts';

export type DriftPages = ResponseOf<'drift.get'>;

/** As many as a page of the contract holds. */
export const driftPerPage = 200;

/** The first `wanted` accounts that differ, or a few more, in as many pages as they have. */
export async function readDriftPages(background: Client, wanted: number): Promise<DriftPages> {
  let read = await background('drift.get', { limit: driftPerPage });
  while (read.next !== null && read.items.length < wanted) {
    const more = await background('drift.get', { limit: driftPerPage, cursor: read.next });
    read = { ...more, items: [...read.items, ...more.items] };
  }
  return read;
}
