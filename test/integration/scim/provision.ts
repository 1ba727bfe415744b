import type { AccountAttribute, Desired } from '../../../utils/core/account.ts';
import { CompanionError } from '../../../utils/core/errors.ts';
import type { Json, TargetId } from '../../../utils/core/ids.ts';
import type { Target } from '../../../utils/ports/target.ts';
import { listAll } from '../../contract/target-suite.ts';

export interface Provisioned {
  readonly targetId: TargetId | null;
  /** Attributes the target refused or dropped. */
  readonly without: readonly AccountAttribute[];
  /** The code that ended it, where no account came of it. */
  readonly failed: string | null;
}

/**
 * One person into a target, the way a careful caller does it: writes again without what is refused by name, looks the
 * account up when the outcome is unknown or it exists already, and never posts twice for one that may be there.
 */
export async function provision(target: Target, desired: Desired): Promise<Provisioned> {
  const without: AccountAttribute[] = [];
  let wanted: Desired = desired;
  for (let tries = 0; tries < 5; tries += 1) {
    try {
      const { targetId, dropped } = await target.create(wanted);
      return { targetId, without: [...without, ...dropped], failed: null };
    } catch (error) {
      if (!(error instanceof CompanionError)) throw error;
      if (error.code === 'target-conflict' || error.code === 'target-truncated') {
        return { targetId: await lookUp(target, desired), without, failed: error.code };
      }
      const attribute = error.params.attribute as AccountAttribute | undefined;
      if (error.code !== 'target-invalid' || attribute === undefined) throw error;
      without.push(attribute);
      const { [attribute]: _, ...rest } = wanted as Record<string, unknown>;
      wanted = rest as unknown as Desired;
    }
  }
  return { targetId: null, without, failed: 'target-invalid' };
}

/** By externalId, by userName, and where the target cannot search, in its list. */
export async function lookUp(target: Target, desired: Desired): Promise<TargetId | null> {
  for (const attribute of ['externalId', 'userName'] as const) {
    const found = await target.find(attribute, desired[attribute]);
    if (found?.[0]) return found[0].targetId;
  }
  const listed = (await listAll(target)).find(({ userName }) => userName === desired.userName);
  return listed?.targetId ?? null;
}

/** Everybody listed, begun anew as often as the list was unstable. */
export async function listPatiently(target: Target, restarts: number): Promise<{ ids: string[]; restarted: number }> {
  for (let restarted = 0; ; restarted += 1) {
    try {
      const accounts = await listAll(target);
      return { ids: accounts.map(({ targetId }) => targetId), restarted };
    } catch (error) {
      if (!(error instanceof CompanionError) || error.code !== 'target-list-unstable' || restarted >= restarts)
        throw error;
    }
  }
}

/** JSON as the journal gives it back. */
export function stored(json: Json | undefined): Json {
  return JSON.parse(JSON.stringify(json ?? null)) as Json;
}

/** What a target finds out, as the journal gives it back. */
export async function negotiated(target: Target): Promise<Json> {
  return stored(await target.negotiate?.(async () => {}));
}
