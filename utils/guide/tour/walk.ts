import type { TemplateChoice, Tour } from '../../core/tour/tour.ts';
import { sure } from '../locate/located.ts';
import { unknownUserType } from '../read/administrator.ts';
import type { MethodCatalogue } from '../read/catalogue.ts';
import type { PageReading } from '../read/page-state.ts';
import { choiceOf, chooseRow, isChoice } from './choose-row.ts';
import type { Guidance } from './guidance.ts';
import { createHoldBack, type Shown } from './hold-back.ts';
import { nextStep } from './next-step.ts';
import { type Observed, observe } from './observe.ts';
import { assumedTemplate } from './rights-step.ts';
import type { Situation } from './situation.ts';

/** What the background knows of a tour. */
export type KnownTour = Pick<Situation, 'tour' | 'wanted' | 'checklist'>;

/**
 * One page's part of a tour: what only this page knows (which cog was pressed, that the admin goes on), between the looks
 * at it and the steps that follow from them. Draws nothing and tells nobody. `now` gives milliseconds.
 */
export function createWalk(catalogue: MethodCatalogue, now: () => number) {
  let opened: TemplateChoice | null = null;
  let goesOn = false;
  let tried = false;
  let inRights = false;
  const holdBack = createHoldBack(now);
  const stepFor = (reading: PageReading, known: KnownTour): Guidance =>
    nextStep({ ...known, reading, opened, goesOn, tried });

  /** Sees which row's cog is pressed, before the page reacts to it; gives what the tour learns by it. */
  const pressed = (target: Element, { templates: { rows }, rights }: PageReading, tour: Tour): Observed | null => {
    // Rights that unfold inside their row are no other row.
    if (rights.rows.some(({ element }) => element.contains(target))) return null;
    const row = rows.find(({ element }) => element.contains(target));
    if (!row) return null;
    opened = row.cog && (row.cog.element.contains(target) || target.contains(row.cog.element)) ? choiceOf(row) : null;
    // The list may be gone once the rights are there.
    const meant = chooseRow(rows, tour);
    return opened && tour.route && !tour.template && meant.kind === 'one' && isChoice(meant.row, opened)
      ? { template: opened }
      : null;
  };

  return {
    learn: (reading: PageReading, { tour, wanted }: KnownTour): Observed =>
      observe(reading, tour, wanted, opened, catalogue),
    /** The step to show, which may still be the one before. */
    show(reading: PageReading, known: KnownTour): Shown {
      const rights = reading.rights.services !== null || reading.rights.rows.length > 0;
      // Rights that were closed may be another template's when they are opened again.
      if (inRights && !rights) opened = null;
      inRights = rights;
      return holdBack(stepFor(reading, known));
    },
    pressed,
    /** What to press for a step that was shown, looked for anew; null where it is not there, or not for sure, any more. */
    toPress(shown: Guidance, reading: PageReading, known: KnownTour): Element | null {
      const { say, target } = stepFor(reading, known);
      return say === shown.say && target && target.confidence >= sure ? target.element : null;
    },
    /** The admin says that the rights that are shown are those that are meant; gives whose they are. */
    claim(tour: Tour): TemplateChoice {
      opened = tour.template ?? opened ?? assumedTemplate(tour);
      return opened;
    },
    /** Permissions were switched, or should have been. */
    switched(): void {
      tried = true;
    },
    /** The admin goes on although the page does not show all that a step is about; gives what the tour learns by it. */
    goOn({ item, say }: Guidance): Observed | null {
      goesOn = true;
      if (item === 'userType') return { userType: unknownUserType, administrator: 'unknown' };
      return say === 'unclear' || say === 'switchOn' ? { affirmed: true } : null;
    },
  };
}
