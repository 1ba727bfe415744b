import { type Account, type AccountAttributes, accountAttributes, type Desired } from '../../utils/core/account.ts';
import { CompanionError } from '../../utils/core/errors.ts';
import type { TargetId } from '../../utils/core/ids.ts';
import type { Target } from '../../utils/ports/target.ts';

export interface FakeTarget extends Target {
  /** Accounts in the order of their creation. */
  accounts(): readonly Account[];
  /** Requests so far, by the method of the port. */
  readonly calls: Readonly<Record<'check' | 'listStep' | 'read' | 'find' | 'create' | 'update', number>>;
}

const nothing = Object.fromEntries(accountAttributes.map((attribute) => [attribute, null])) as Record<string, null>;

/** A target in memory that keeps the contract of the port (test/contract/target-suite.ts): for tests of the engine. */
export function createFakeTarget(options: { readonly pageSize?: number } = {}): FakeTarget {
  const pageSize = options.pageSize ?? 100;
  const stored = new Map<string, Account>();
  const calls = { check: 0, listStep: 0, read: 0, find: 0, create: 0, update: 0 };
  let created = 0;

  const enter = (method: keyof typeof calls, signal: AbortSignal | undefined) => {
    if (signal?.aborted) throw new CompanionError('run-cancelled');
    calls[method] += 1;
  };
  const refuseTwin = (userName: string, self: string | null) => {
    const taken = [...stored.values()].some((other) => other.userName === userName && other.targetId !== self);
    if (taken) throw new CompanionError('target-conflict', { status: 409, scimType: 'uniqueness' });
  };
  const keep = (account: Account) => {
    stored.set(account.targetId, account);
    return { targetId: account.targetId, version: account.version, dropped: [], echoed: true };
  };

  return {
    budget: null,
    calls,
    accounts: () => [...stored.values()],

    async check(signal) {
      enter('check', signal);
      return { ok: true, accounts: stored.size, error: null };
    },

    async listStep(cursor, signal) {
      enter('listStep', signal);
      const from = typeof cursor === 'number' ? cursor : 0;
      const accounts = [...stored.values()].slice(from, from + pageSize);
      const next = from + accounts.length;
      return { accounts, total: stored.size, next: next < stored.size ? next : null };
    },

    async read(targetId, signal) {
      enter('read', signal);
      return stored.get(targetId) ?? null;
    },

    async find(attribute, value, signal) {
      enter('find', signal);
      const wanted = attribute === 'userName' ? value.toLowerCase() : value;
      return [...stored.values()].filter((account) => account[attribute] === wanted);
    },

    async create(desired: Desired, signal) {
      enter('create', signal);
      const values = canonical({ ...nothing, ...desired } as unknown as AccountAttributes);
      refuseTwin(values.userName, null);
      created += 1;
      return keep({ ...values, targetId: `fake-${created}` as TargetId, version: 'W/"1"' });
    },

    async update(targetId, changes, version, signal) {
      enter('update', signal);
      const before = stored.get(targetId);
      if (before === undefined) throw new CompanionError('target-not-found', { status: 404 });
      if (version !== null && version !== before.version)
        throw new CompanionError('target-precondition', { status: 412 });
      const after = { ...before, ...canonical({ ...before, ...changes } as AccountAttributes) };
      refuseTwin(after.userName, targetId);
      const changed = accountAttributes.some((attribute) => after[attribute] !== before[attribute]);
      const count = Number(/\d+/.exec(before.version ?? '')?.[0] ?? 0);
      return keep({ ...after, version: changed ? `W/"${count + 1}"` : before.version });
    },
  };
}

function canonical(values: AccountAttributes): AccountAttributes {
  return {
    ...values,
    userName: values.userName.toLowerCase(),
    managerUserName: values.managerUserName?.toLowerCase() ?? null,
  };
}
