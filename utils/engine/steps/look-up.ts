import type { Account } from '../../core/account.ts';
import type { Json } from '../../core/ids.ts';
import type { Operation } from '../../core/run/operation.ts';
import type { TargetPage } from '../../ports/target.ts';
import type { Answer, Session } from '../session.ts';

/** What the target has for an operation's person: the account, nothing, or an account that is somebody else's. */
type Found =
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'foreign'; readonly account: Account };

/**
 * Asks the target before anything is sent again (design.md rule 2): by target id where there is one, else by login, which is
 * unique and the filter most targets have, else by external id. Only a target that filters by neither is listed anew.
 */
export async function lookUp(session: Session, operation: Operation): Promise<Answer<Found>> {
  const { targetId } = operation;
  if (targetId !== null) {
    const answer = await session.ask((target, signal) => target.read(targetId, signal));
    if (!answer.ok) return answer;
    return { ok: true, value: answer.value ? { kind: 'account', account: answer.value } : { kind: 'nothing' } };
  }
  const { externalId, userName } = operation.change.after;
  let isFilterable = false;
  for (const [attribute, value] of [
    ['userName', userName],
    ['externalId', externalId],
  ] as const) {
    if (!value) continue;
    const answer = await session.ask((target, signal) => target.find(attribute, value, signal, () => session.count()));
    if (!answer.ok) return answer;
    if (answer.value === null) continue;
    isFilterable = true;
    const found = pick(answer.value, operation);
    if (found) return judge(session, found, operation);
  }
  return isFilterable ? { ok: true, value: { kind: 'nothing' } } : searchList(session, operation);
}

async function searchList(session: Session, operation: Operation): Promise<Answer<Found>> {
  const accounts: Account[] = [];
  let cursor: Json = null;
  do {
    const from: Json = cursor;
    const page: Answer<TargetPage> = await session.ask((target, signal) => target.listStep(from, signal));
    if (!page.ok) return page;
    accounts.push(...page.value.accounts);
    cursor = page.value.next;
  } while (cursor !== null);
  const found = pick(accounts, operation);
  return found ? judge(session, found, operation) : { ok: true, value: { kind: 'nothing' } };
}

/** The account that carries the person's id counts before one that only has the login. */
function pick(accounts: readonly Account[], { change }: Operation): Account | null {
  const { externalId, userName } = change.after;
  return (
    accounts.find((account) => externalId != null && account.externalId === externalId) ??
    accounts.find((account) => account.userName.toLowerCase() === userName?.toLowerCase()) ??
    null
  );
}

/** An account is somebody else's when it carries another id, or is linked to another person. */
async function judge(session: Session, account: Account, { change }: Operation): Promise<Answer<Found>> {
  const { externalId } = account;
  let isForeign = externalId !== null && externalId !== '' && externalId !== change.after.externalId;
  if (!isForeign && externalId !== change.after.externalId) {
    for (const link of (await session.deps.journal.readLinks()).values()) {
      if (link.targetId === account.targetId && link.sourceId !== change.sourceId) isForeign = true;
    }
  }
  return { ok: true, value: { kind: isForeign ? 'foreign' : 'account', account } };
}
