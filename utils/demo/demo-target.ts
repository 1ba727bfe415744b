import { type AttributeChanges, blankAccount, type Desired } from '../core/account.ts';
import { CompanionError } from '../core/errors.ts';
import type { TargetId } from '../core/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Target } from '../ports/target.ts';
import type { DemoStore } from './demo-store.ts';

const usualPage = 100;
// Some 50 people a second: quick, and still to be watched.
const writeMs = 20;

/** A Javelo inside this browser behind the target port; like the real one it takes no e-mail address twice. */
export function createDemoTarget(store: DemoStore, clock: Clock, pageSize = usualPage): Target {
  const pause = async (signal?: AbortSignal): Promise<void> => {
    await clock.sleepUntil(clock.nowMs() + writeMs, signal);
    refuseCancelled(signal);
  };

  const refuseTwin = async (userName: string | undefined, self: TargetId | null): Promise<void> => {
    const wanted = userName?.toLowerCase();
    const twin = (await store.accounts()).some(
      (other) => other.targetId !== self && other.userName.toLowerCase() === wanted,
    );
    if (twin) throw new CompanionError('target-conflict');
  };

  return {
    budget: null,
    async check() {
      return { ok: true, accounts: (await store.accounts()).length, error: null };
    },
    async listStep(cursor, signal) {
      refuseCancelled(signal);
      const accounts = await store.accounts();
      const from = typeof cursor === 'number' ? cursor : 0;
      const to = from + pageSize;
      return { accounts: accounts.slice(from, to), total: accounts.length, next: to < accounts.length ? to : null };
    },
    read: (targetId) => store.account(targetId),
    async find(attribute, value) {
      const wanted = value.toLowerCase();
      return (await store.accounts()).filter((account) => account[attribute]?.toLowerCase() === wanted);
    },
    async create(desired: Desired, signal) {
      await pause(signal);
      await refuseTwin(desired.userName, null);
      const targetId = crypto.randomUUID() as TargetId;
      await store.save({ ...blankAccount, ...desired, targetId });
      return { targetId, version: null, dropped: [], echoed: true };
    },
    async update(targetId, changes: AttributeChanges, _version, signal) {
      await pause(signal);
      const account = await store.account(targetId);
      if (!account) throw new CompanionError('target-not-found');
      if (changes.userName !== undefined) await refuseTwin(changes.userName, targetId);
      await store.save({ ...account, ...changes });
      return { targetId, version: null, dropped: [], echoed: true };
    },
  };
}

function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CompanionError('run-cancelled');
}
