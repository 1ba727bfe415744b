import { valueBeside } from '../locate/value-beside.ts';
import type { PageIndex } from '../page/page-index.ts';

export interface ProfileReading {
  readonly score: number;
  readonly userType: string | null;
  /** Where it stands, to show it. */
  readonly element: Element | null;
}

/** The profile of whoever is logged in, with the user type (nmbrs-ui.md §5.2, §5.3). */
export function readProfile(index: PageIndex): ProfileReading {
  const typed = index
    .labelled('userType')
    .map((label) => ({ label, beside: valueBeside(label, (value) => value.length >= 2 && value.length <= 80) }))
    .find(({ beside }) => beside !== null);
  const has = (label: 'userProfile' | 'profileSection' | 'tokenTab') => index.labelled(label).length > 0;
  const score =
    (typed?.beside ? 0.5 : 0) +
    (has('userProfile') ? 0.2 : 0) +
    (has('profileSection') ? 0.15 : 0) +
    (has('tokenTab') ? 0.2 : 0);
  return {
    score: Math.min(1, score),
    userType: typed?.beside?.value ?? null,
    element: typed?.beside?.element ?? null,
  };
}
