import type { IsoDate } from '../ids.ts';
import type { PersonStatus } from '../person.ts';
import { toTimeRank } from './date.ts';

export interface EmploymentRecord {
  /** As Nmbrs sends it; `null` = nil. */
  readonly createdAt: string | null;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  readonly initialStartsOn: IsoDate | null;
}

/** In which of the source's lists somebody stands; `null` = in none. */
export type Listing = 'active' | 'former' | null;

/**
 * Where somebody stands today (rule R1). The list decides, except that somebody listed as active may start later or
 * have ended already, by the employment that starts last.
 */
export function decideStatus(listing: Listing, employments: readonly EmploymentRecord[], today: IsoDate): PersonStatus {
  switch (listing) {
    case 'former':
      return 'left';
    case null:
      return 'other';
    case 'active': {
      const latest = latestEmployment(employments);
      if (latest === null) return 'active';
      if (latest.startsOn !== null && latest.startsOn > today) return 'future';
      return latest.endsOn !== null && latest.endsOn < today ? 'left' : 'active';
    }
  }
}

/** The employment that starts last; ties to the latest entered, then to the one without an end. Order of the answer means nothing (nmbrs-api.md §2.11). */
export function latestEmployment(employments: readonly EmploymentRecord[]): EmploymentRecord | null {
  let latest: EmploymentRecord | null = null;
  for (const employment of employments) {
    if (latest === null || compareEmployments(employment, latest) > 0) latest = employment;
  }
  return latest;
}

/**
 * First hired on (rule R12; nmbrs-api.md §2.11, inferred): the initial start of the employment that began last by today (else of the
 * earliest to come), and where it has none the earliest start of all.
 */
export function pickFirstHiredOn(employments: readonly EmploymentRecord[], today: IsoDate): IsoDate | null {
  const started = employments.filter(({ startsOn }) => startsOn !== null && startsOn <= today);
  const upcoming = employments.filter(({ startsOn }) => startsOn !== null && startsOn > today);
  const current = latestEmployment(started) ?? earliestEmployment(upcoming);
  if (current?.initialStartsOn) return current.initialStartsOn;
  let first: IsoDate | null = null;
  for (const { startsOn } of employments) {
    if (startsOn !== null && (first === null || startsOn < first)) first = startsOn;
  }
  return first;
}

function earliestEmployment(employments: readonly EmploymentRecord[]): EmploymentRecord | null {
  let first: EmploymentRecord | null = null;
  for (const employment of employments) {
    if (first === null || (employment.startsOn ?? '') < (first.startsOn ?? '')) first = employment;
  }
  return first;
}

function compareEmployments(a: EmploymentRecord, b: EmploymentRecord): number {
  if (a.startsOn !== b.startsOn) return (a.startsOn ?? '') < (b.startsOn ?? '') ? -1 : 1;
  const [entered, enteredBefore] = [toTimeRank(a.createdAt), toTimeRank(b.createdAt)];
  if (entered !== enteredBefore) return entered < enteredBefore ? -1 : 1;
  return Number(a.endsOn === null) - Number(b.endsOn === null);
}
