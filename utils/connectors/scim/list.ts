import { CompanionError } from '../../core/errors.ts';
import type { Json } from '../../core/ids.ts';
import type { TargetPage } from '../../ports/target.ts';
import { z } from '../../zod.ts';
import { type PagingParameter, pagingParameters, type TargetProfile } from './profile.ts';
import { readAccount } from './read-account.ts';
import type { ListResponse } from './schemas.ts';

const cursorSchema = z.object({
  startIndex: z.int().check(z.positive()),
  parameter: z.enum(pagingParameters),
  /** Whether the profile's other parameter is in use already. */
  switched: z.boolean(),
  /** Ids of the page before: a first one that comes again means a repeated page, any other one a list that moved. */
  lastIds: z.array(z.string()),
  /** Different accounts seen so far. */
  seen: z.int().check(z.nonnegative()),
  /** What the first page said; null = it said nothing that can be trusted. */
  total: z.nullable(z.int().check(z.nonnegative())),
});
export type ListCursor = z.infer<typeof cursorSchema>;

/** The cursor that a caller kept, or the beginning. A cursor that is none of ours begins anew. */
export function readCursor(json: Json, profile: TargetProfile): ListCursor {
  const start = {
    startIndex: 1,
    parameter: profile.paging.parameter,
    switched: false,
    lastIds: [],
    seen: 0,
    total: null,
  };
  return json === null ? start : z.catch(cursorSchema, start).parse(json);
}

/** The query of the page that a cursor stands at (RFC 7644 §3.4.2.4). */
export function pageQuery(cursor: ListCursor, profile: TargetProfile): Readonly<Record<string, string>> {
  return pagingQuery(cursor.parameter, cursor.startIndex, profile.paging.pageSize);
}

/** The paging parameters under the name or names that the target listens to; `startIndex` counts from 1. */
export function pagingQuery(parameter: PagingParameter, startIndex: number, count: number) {
  const start = String(startIndex);
  return {
    ...(parameter === 'startIndex' ? {} : { start_index: start }),
    ...(parameter === 'start_index' ? {} : { startIndex: start }),
    count: String(count),
  };
}

/**
 * Takes the page that came for a cursor and gives it with the cursor of the next (RFC 7644 §3.4.2.4; javelo-scim.md §2.6.1).
 * Throws `target-page-repeated` when the list comes round whatever parameter is sent, `target-list-unstable` when it moved
 * while it was read or does not add up to its own total. After either, the list is to be read again from its start.
 */
export function turnPage(cursor: ListCursor, page: ListResponse, profile: TargetProfile): TargetPage {
  const first = cursor.startIndex === 1;
  const fresh = new Map(page.users.map((user) => [user.id, user]));
  if (!first && page.users[0]?.id === cursor.lastIds[0] && page.users.length > 0) return comeRound(cursor, profile);
  for (const id of cursor.lastIds) fresh.delete(id);

  const seen = cursor.seen + fresh.size;
  const total = first ? trustedTotal(page, profile) : cursor.total;
  const moved = total !== null && page.total !== null && page.total !== total;
  const nextIndex = cursor.startIndex + page.users.length;
  const atEnd = page.users.length === 0 || (total !== null && nextIndex > total);
  if (moved || (atEnd && total !== null && seen !== total) || (!first && fresh.size < page.users.length)) {
    throw new CompanionError('target-list-unstable', { seen, total: page.total ?? total ?? seen });
  }
  return {
    accounts: [...fresh.values()].map((user) => readAccount(user, profile)),
    total,
    next: atEnd ? null : { ...cursor, startIndex: nextIndex, lastIds: page.users.map(({ id }) => id), seen, total },
  };
}

/** The same page again: the server does not know this parameter. The other one is tried once, from where the list stands. */
function comeRound(cursor: ListCursor, profile: TargetProfile): TargetPage {
  const { alternative } = profile.paging;
  if (cursor.switched || alternative === null || alternative === cursor.parameter) {
    throw new CompanionError('target-page-repeated', { startIndex: cursor.startIndex });
  }
  return { accounts: [], total: cursor.total, next: { ...cursor, parameter: alternative, switched: true } };
}

/** A total that equals a full first page may be the page's own count, as some servers have it; only a further page tells. */
function trustedTotal(page: ListResponse, profile: TargetProfile): number | null {
  const { pageSize, totalsTrusted } = profile.paging;
  const suspicious = page.total !== null && page.total === page.users.length && page.users.length >= pageSize;
  return totalsTrusted && !suspicious ? page.total : null;
}
