import type { Account, AccountAttributes } from '../../../utils/core/account.ts';
import { accountAttributes } from '../../../utils/core/account.ts';
import type { TargetId } from '../../../utils/core/ids.ts';
import type { Target } from '../../../utils/ports/target.ts';

const nothing = Object.fromEntries(accountAttributes.map((attribute) => [attribute, null])) as Record<string, null>;
const pageSize = 100;

export interface SwiftTarget extends Target {
  /** Somebody in the target changes the accounts. */
  change(changes: (account: Account, at: number) => Account): void;
}

/**
 * Accounts in memory, indexed, behind an answer that takes `answerMs`, or a turn of the event loop, as any request does at least:
 * what is measured beside it is ours alone.
 */
export function createSwiftTarget(answerMs: number, known: readonly Account[] = []): SwiftTarget {
  const accounts = new Map<string, Account>(known.map((account) => [account.targetId, account]));
  const answer = () =>
    new Promise<void>((resolve) => {
      if (answerMs === 0 && typeof setImmediate === 'function') setImmediate(resolve);
      else setTimeout(resolve, answerMs);
    });
  const keep = (account: Account) => {
    accounts.set(account.targetId, account);
    return { targetId: account.targetId, version: account.version, dropped: [], echoed: true };
  };
  return {
    budget: null,
    change(changes) {
      for (const [at, account] of [...accounts.values()].entries())
        accounts.set(account.targetId, changes(account, at));
    },
    async check() {
      return { ok: true, accounts: accounts.size, error: null };
    },
    async listStep(cursor) {
      await answer();
      const from = typeof cursor === 'number' ? cursor : 0;
      const page = [...accounts.values()].slice(from, from + pageSize);
      const next = from + page.length;
      return { accounts: page, total: accounts.size, next: next < accounts.size ? next : null };
    },
    async read(targetId) {
      await answer();
      return accounts.get(targetId) ?? null;
    },
    async find(attribute, value) {
      await answer();
      return [...accounts.values()].filter((account) => account[attribute] === value);
    },
    async create(desired) {
      await answer();
      const values = { ...nothing, ...desired } as unknown as AccountAttributes;
      return keep({ ...values, targetId: crypto.randomUUID() as TargetId, version: 'W/"1"' });
    },
    async update(targetId, changes) {
      await answer();
      return keep({ ...(accounts.get(targetId) as Account), ...changes });
    },
  };
}
