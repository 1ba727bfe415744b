import type { TemplateChoice, Tour } from '../../core/tour/tour.ts';
import { nameLikeness, templateName } from '../read/administrator.ts';
import type { TemplateRow } from '../read/templates.ts';

/** Which row of the list is meant: one, several to choose from, or none. */
export type RowChoice =
  | { readonly kind: 'one'; readonly row: TemplateRow; readonly confidence: number }
  | { readonly kind: 'ask'; readonly rows: readonly TemplateRow[]; readonly why: 'equal' | 'missing' | 'own' };

const rightSections = ['masterClient', 'masterCompany'] as const;

/** Finds the row of the user type, or of the template that was chosen (nmbrs-ui.md §5.3). */
export function chooseRow(rows: readonly TemplateRow[], tour: Tour): RowChoice {
  if (tour.template) {
    const chosen = rows.find((row) => isChoice(row, tour.template));
    if (chosen) return { kind: 'one', row: chosen, confidence: 1 };
  }
  const inSection = rows.filter(({ section }) => section === null || rightSections.some((right) => right === section));
  // Beside rows with a cog, those without are other lists of the page.
  const withCog = inSection.filter(({ cog }) => cog !== null);
  const eligible = withCog.length > 0 ? withCog : inSection;
  if (tour.route === 'own') return { kind: 'ask', rows: eligible, why: 'own' };
  const name = tour.userType;
  if (name === null) return { kind: 'ask', rows: eligible, why: 'missing' };
  const equal = rows.filter((row) => templateName(row.name) === templateName(name));
  for (const section of rightSections) {
    const here = equal.filter((row) => row.section === section);
    const only = here[0];
    // The same name in two sections: only the admin can know which of them the login has.
    if (only && here.length === 1 && equal.length === 1)
      return { kind: 'one', row: only, confidence: section === 'masterClient' ? 1 : 0.9 };
  }
  if (equal.length > 0) return { kind: 'ask', rows: equal, why: 'equal' };
  const alike = eligible.filter((row) => nameLikeness(row.name, name) >= 0.9);
  return { kind: 'ask', rows: alike.length > 0 ? alike : eligible, why: 'missing' };
}

export function isChoice(row: TemplateRow, choice: TemplateChoice | null): boolean {
  return (
    choice !== null &&
    templateName(row.name) === templateName(choice.name) &&
    row.section === choice.section &&
    row.ordinal === choice.ordinal
  );
}

export function choiceOf({ name, section, ordinal }: TemplateRow): TemplateChoice {
  return { name: name.slice(0, 200), section, ordinal };
}
