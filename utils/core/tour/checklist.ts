import type { Permission } from '../permissions/permission.ts';
import type { Tour } from './tour.ts';

export type ChecklistItemId = 'userType' | 'rights' | 'token' | 'check';
export type ChecklistState = 'done' | 'now' | 'todo' | 'trouble';

export interface ChecklistItem {
  readonly id: ChecklistItemId;
  readonly state: ChecklistState;
  /** How many of `total`; null where nothing is counted. */
  readonly done: number | null;
  readonly total: number | null;
}

/** The four items of the way through Nmbrs, by what was observed; the first that is not done is the present one. */
export function checklistOf(tour: Tour, wanted: readonly Permission[]): readonly ChecklistItem[] {
  const on = countOn(tour, wanted);
  const refused = tour.check?.refused.length ?? 0;
  const finished: Readonly<Record<ChecklistItemId, boolean>> = {
    userType: tour.userType !== null || tour.template !== null,
    rights: (on === wanted.length && wanted.length > 0) || tour.affirmed,
    token: tour.saved !== null,
    check: tour.check?.ok === true,
  };
  const ids = ['userType', 'rights', 'token', 'check'] as const;
  const now = ids.find((id) => !finished[id]);
  return ids.map((id) => {
    const trouble =
      (id === 'check' && tour.check?.ok === false) || (id === 'rights' && refused > 0 && finished.check === false);
    const state = trouble ? 'trouble' : finished[id] ? 'done' : id === now ? 'now' : 'todo';
    return id === 'rights' ? { id, state, done: on, total: wanted.length } : { id, state, done: null, total: null };
  });
}

function countOn(tour: Tour, wanted: readonly Permission[]): number {
  return wanted.filter(({ service, method }) => tour.services[service]?.on.includes(method)).length;
}
