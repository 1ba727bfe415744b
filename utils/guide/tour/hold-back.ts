import type { Guidance, Say } from './guidance.ts';

/** The sentences in the order in which the road goes through them; those that are not named stand outside it. */
const road: readonly Say[] = [
  'lost',
  'lostToken',
  'openUserMenu',
  'openProfile',
  'openProfileTab',
  'chooseRoute',
  'openSettings',
  'openGroup',
  'openTemplates',
  'openCog',
  'readServices',
  'switchOn',
  'rightsDone',
  'openTokenTab',
  'activate',
  'tokenHidden',
  'handOver',
];

/** What is said because something is not there: half a page has not everything. */
const absences: ReadonlySet<Say> = new Set([
  'noUserType',
  'rowMissing',
  'rowChoose',
  'readOnly',
  'accountantOnly',
  'unclear',
  'noTokenTab',
]);

/** How long a step back, or something that is not there, must last before it is said: between two pages there is for a moment only what is around them. */
export const holdMs = 700;

/** A step to show, and after how many milliseconds to look again where another one is held back. */
export interface Shown {
  readonly step: Guidance;
  readonly lookAgainMs: number | null;
}

/**
 * Keeps the step that is shown while a page loads: a step back, and what is said because something is not there, is shown
 * only when it lasted. `now` gives milliseconds.
 */
export function createHoldBack(now: () => number) {
  let shown: Guidance | null = null;
  let since: { readonly say: Say; readonly atMs: number } | null = null;

  return (next: Guidance): Shown => {
    const waited = since?.say === next.say ? now() - since.atMs : 0;
    if (shown !== null && isBack(shown, next) && waited < holdMs) {
      if (since?.say !== next.say) since = { say: next.say, atMs: now() };
      // What it pointed at may be gone from the page.
      return { step: { ...shown, target: null, actions: [] }, lookAgainMs: holdMs - waited };
    }
    since = null;
    shown = next;
    return { step: next, lookAgainMs: null };
  };
}

function isBack(shown: Guidance, next: Guidance): boolean {
  if (absences.has(next.say)) return next.say !== shown.say;
  const [from, to] = [road.indexOf(shown.say), road.indexOf(next.say)];
  return to >= 0 && from > to && (next.item === shown.item || next.say.startsWith('lost'));
}
