import type { Account } from '../../core/account.ts';
import type { RequestMeter } from '../../ports/target.ts';
import type { ScimAnswer, ScimClient } from './client.ts';
import { type RefusalContext, refusal, unusable } from './errors.ts';
import { equalsFilter } from './filter.ts';
import { type LookupAttribute, otherQuoting, type TargetProfile } from './profile.ts';
import { readAccount } from './read-account.ts';
import { type ListResponse, listResponseSchema } from './schemas.ts';

/** What this connection has learnt about filters: the form to send first, and whether it has ever found somebody. */
export interface FilterHabit {
  quoting: TargetProfile['filter']['quoting'];
  proven: boolean;
}

/** Answers that say "not with this filter" (RFC 7644 §3.4.2.2 invalidFilter, and what servers say instead). */
export const notFilterable: ReadonlySet<number> = new Set([400, 404, 405, 422, 501]);

/**
 * All accounts whose attribute equals the value; null where the target cannot filter by it. A form that is refused, or that
 * finds nobody although it has never found anybody here, is sent again in the other form: to believe an empty answer that
 * only meant "not understood" would create a second account. Likewise null where the answer holds others than asked for.
 */
export async function findAccounts(
  attribute: LookupAttribute,
  value: string,
  connection: {
    readonly client: ScimClient;
    readonly profile: TargetProfile;
    readonly habit: FilterHabit;
    readonly context: RefusalContext;
    readonly signal: AbortSignal | undefined;
    readonly onAnother: RequestMeter | undefined;
  },
): Promise<readonly Account[] | null> {
  const { client, profile, habit, context, signal, onAnother } = connection;
  const path = profile.paths[attribute];
  if (path === null || !profile.filter.attributes.includes(attribute)) return null;
  let understood = false;
  for (const [at, [quoting, filter]] of forms(path, value, habit).entries()) {
    if (at > 0) await onAnother?.();
    const answer = await client.send({ method: 'GET', path: '/Users', query: { filter }, signal });
    if (notFilterable.has(answer.status)) continue;
    const { users } = readList(answer, context);
    understood = true;
    if (users.length === 0 && !habit.proven) continue;
    const accounts = users.map((user) => readAccount(user, profile));
    if (!accounts.every((account) => account[attribute]?.toLowerCase() === value.toLowerCase())) return null;
    if (users.length > 0) Object.assign(habit, { quoting, proven: true });
    return attribute === 'externalId' ? accounts.filter((account) => account.externalId === value) : accounts;
  }
  return understood ? [] : null;
}

/** Each way to write the filter, the habitual one first; a value that must be quoted has only one. */
function forms(path: string, value: string, { quoting }: FilterHabit) {
  const other = otherQuoting(quoting);
  const first = equalsFilter(path, value, quoting);
  const second = equalsFilter(path, value, other);
  return first === second
    ? ([[quoting, first]] as const)
    : ([
        [quoting, first],
        [other, second],
      ] as const);
}

/** The list in an answer. Throws what a refusal, or a body that is no list, means. */
export function readList(answer: ScimAnswer, context: RefusalContext): ListResponse {
  if (answer.status < 200 || answer.status > 299) throw refusal(answer, context);
  const parsed = answer.body.kind === 'json' ? listResponseSchema.safeParse(answer.body.value) : null;
  if (!parsed?.success) throw unusable(answer);
  return parsed.data;
}
