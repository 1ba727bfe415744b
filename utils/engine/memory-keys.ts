import { type AccountAttribute, accountAttributes } from '../core/account.ts';
import type { Json } from '../core/ids.ts';
import { quarantineKey } from '../core/quarantine.ts';
import type { RunWork } from '../core/run.ts';
import { limits } from './deps.ts';

/** Facts the engine itself remembers from run to run. Connectors use keys of their own. */
export const memoryKeys = {
  /** What the last good live run counted. */
  previous: 'engine:previous',
  /** Attributes the target has refused and never taken, with when. */
  attributes: 'engine:attributes',
  /** What the target was found to do. */
  negotiated: 'engine:negotiated',
  /** Whether the connection is in quarantine, and why. */
  quarantine: quarantineKey,
} as const;

// After that an attribute that was not accepted is tried again: the admin may have had it added.
const refusalKeptMs = 7 * 24 * 3_600_000;

/** Attributes that identify or switch an account are never left out, whatever the target says. */
const indispensable: ReadonlySet<AccountAttribute> = new Set(['userName', 'active']);

/** Attributes that count as not accepted by this target. */
export function findNotAccepted(tallies: RunWork['attributes']): readonly AccountAttribute[] {
  return accountAttributes.filter((attribute) => {
    const tally = tallies[attribute];
    if (!tally || indispensable.has(attribute)) return false;
    return tally.taken === 0 && tally.refused >= limits.refusals;
  });
}

export function canLeaveOut(attribute: string): attribute is AccountAttribute {
  return accountAttributes.some((each) => each === attribute) && !indispensable.has(attribute as AccountAttribute);
}

/** One more person whose value was refused or taken. */
export function tallyAttributes(
  tallies: RunWork['attributes'],
  refused: readonly AccountAttribute[],
  taken: readonly AccountAttribute[],
): RunWork['attributes'] {
  const next: Partial<Record<AccountAttribute, { refused: number; taken: number }>> = { ...tallies };
  const add = (attribute: AccountAttribute, part: 'refused' | 'taken') => {
    const tally = next[attribute] ?? { refused: 0, taken: 0 };
    next[attribute] = { ...tally, [part]: tally[part] + 1 };
  };
  for (const attribute of refused) add(attribute, 'refused');
  for (const attribute of taken) add(attribute, 'taken');
  return next;
}

/** Tallies worth keeping for the next run: refusals that nothing contradicts. */
export function packTallies(tallies: RunWork['attributes'], since: Json | undefined, nowMs: number): Json {
  const kept = accountAttributes.flatMap((attribute) => {
    const tally = tallies[attribute];
    return tally && tally.refused > 0 && tally.taken === 0 ? [{ attribute, refused: tally.refused }] : [];
  });
  if (kept.length === 0) return null;
  const known = readStored(since);
  return kept.map(({ attribute, refused }) => ({
    attribute,
    refused,
    sinceMs: known.find((entry) => entry.attribute === attribute)?.sinceMs ?? nowMs,
  }));
}

export function unpackTallies(stored: Json | undefined, nowMs: number): RunWork['attributes'] {
  const fresh = readStored(stored).filter((entry) => nowMs - entry.sinceMs < refusalKeptMs);
  return Object.fromEntries(fresh.map(({ attribute, refused }) => [attribute, { refused, taken: 0 }]));
}

interface StoredRefusal {
  readonly attribute: AccountAttribute;
  readonly refused: number;
  readonly sinceMs: number;
}

function readStored(stored: Json | undefined): readonly StoredRefusal[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: Json) => {
    if (typeof entry !== 'object' || entry === null || !('attribute' in entry)) return [];
    const { attribute, refused, sinceMs } = entry;
    const isWhole = typeof attribute === 'string' && typeof refused === 'number' && typeof sinceMs === 'number';
    return isWhole && canLeaveOut(attribute) ? [{ attribute, refused, sinceMs }] : [];
  });
}

export function readPrevious(stored: Json | undefined): { people: number; accounts: number } | null {
  if (typeof stored !== 'object' || stored === null || !('people' in stored)) return null;
  const { people, accounts } = stored;
  return typeof people === 'number' && typeof accounts === 'number' ? { people, accounts } : null;
}
