import { type AccountAttribute, accountAttributes } from '../core/account.ts';
import type { KnownCompany } from '../core/guardrails/guardrail.ts';
import type { Json } from '../core/ids.ts';
import { quarantineKey } from '../core/run/quarantine.ts';
import type { RunWork } from '../core/run/run.ts';
import { limits } from './deps.ts';

/** Facts the engine itself remembers from run to run. Connectors use keys of their own. */
export const memoryKeys = {
  /** What the last good live run counted. */
  previous: 'engine:previous',
  /** Companies of the source that have been seen and not been said goodbye to. */
  companies: 'engine:companies',
  /** Attributes the target has refused and never taken, with when. */
  attributes: 'engine:attributes',
  /** The run that last compared the target with what was applied, and when. */
  drift: 'engine:drift',
  /** What the clock said at the end of earlier runs. */
  clock: 'engine:clock',
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

/** One more person whose value was refused (with the points that this counts) or taken. */
export function tallyAttributes(
  tallies: RunWork['attributes'],
  refused: readonly AccountAttribute[],
  points: number,
  taken: readonly AccountAttribute[],
): RunWork['attributes'] {
  const next: Partial<Record<AccountAttribute, { refused: number; taken: number }>> = { ...tallies };
  const add = (attribute: AccountAttribute, part: 'refused' | 'taken', count: number) => {
    const tally = next[attribute] ?? { refused: 0, taken: 0 };
    next[attribute] = { ...tally, [part]: tally[part] + count };
  };
  for (const attribute of refused) add(attribute, 'refused', points);
  for (const attribute of taken) add(attribute, 'taken', 1);
  return next;
}

/** Tallies worth keeping for the next run: refusals that nothing contradicts, and trials that nobody could be found for. */
export function packTallies(tallies: RunWork['attributes'], since: Json | undefined, nowMs: number): Json {
  const known = readStored(since);
  const kept = accountAttributes.flatMap((attribute): readonly StoredRefusal[] => {
    const tally = tallies[attribute];
    const before = known.find((entry) => entry.attribute === attribute);
    if (!tally || (tally.refused === 0 && tally.taken === 0)) return before && !isFresh(before, nowMs) ? [before] : [];
    if (tally.refused === 0 || tally.taken > 0) return [];
    const sinceMs = before && isFresh(before, nowMs) ? before.sinceMs : nowMs;
    return [{ attribute, refused: tally.refused, sinceMs }];
  });
  return kept.length === 0 ? null : kept.map((entry) => ({ ...entry }));
}

export function unpackTallies(stored: Json | undefined, nowMs: number): RunWork['attributes'] {
  const fresh = readStored(stored).filter((entry) => isFresh(entry, nowMs));
  return Object.fromEntries(fresh.map(({ attribute, refused }) => [attribute, { refused, taken: 0 }]));
}

/** Attributes that were not accepted so long ago that they are tried again. */
export function findOnTrial(stored: Json | undefined, nowMs: number): readonly AccountAttribute[] {
  return readStored(stored)
    .filter((entry) => entry.refused >= limits.refusals && !isFresh(entry, nowMs))
    .map(({ attribute }) => attribute);
}

function isFresh({ sinceMs }: StoredRefusal, nowMs: number): boolean {
  // One from what is now the future: the clock was set back, and it would stay for as long.
  return sinceMs <= nowMs && nowMs - sinceMs < refusalKeptMs;
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

export function readCompanies(stored: Json | undefined): readonly KnownCompany[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: Json) => {
    if (typeof entry !== 'object' || entry === null || !('id' in entry)) return [];
    const { id, name } = entry;
    return typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [];
  });
}

export function readDriftReport(stored: Json | undefined): { runId: string; at: string } | null {
  if (typeof stored !== 'object' || stored === null || !('runId' in stored)) return null;
  const { runId, at } = stored;
  return typeof runId === 'string' && typeof at === 'string' ? { runId, at } : null;
}
