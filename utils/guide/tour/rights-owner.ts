import type { TemplateChoice } from '../../core/tour/tour.ts';
import { templateName } from '../read/administrator.ts';
import type { PageReading } from '../read/page-state.ts';

export type RightsOwner = 'meant' | 'another' | 'unclear';

const titles =
  'h1,h2,h3,h4,h5,legend,caption,[role=heading],[class*=title],[class*=caption],[class*=header],[class*=head]';

/**
 * Whose rights are shown: a wrong template would get the permissions. Believed when the admin was seen to open it, or when
 * a title names it and the name is the only one of its kind; a title with another template's name is never passed over.
 */
export function rightsOwner(
  { index, rights, templates }: PageReading,
  meant: TemplateChoice,
  opened: TemplateChoice | null,
): RightsOwner {
  const [list] = rights.rows;
  const inList = (element: Element) =>
    templates.rows.some((row) => row.element.contains(element)) || list?.element.contains(element);
  const said = index.texts
    .filter(({ element, named }) => !named && !inList(element) && element.closest(titles) !== null)
    .map(({ text }) => text);
  const names = (name: string) => said.some((text) => templateName(text) === plain(name) || text.includes(plain(name)));
  const others = templates.rows.filter(
    (row) =>
      templateName(row.name) !== templateName(meant.name) && !templateName(meant.name).includes(templateName(row.name)),
  );
  const named = names(meant.name);
  if (!named && others.some((row) => row.name.length > 3 && names(row.name))) return 'another';
  if (opened)
    return opened.name === meant.name && opened.section === meant.section && opened.ordinal === meant.ordinal
      ? 'meant'
      : 'another';
  const twins = templates.rows.filter((row) => templateName(row.name) === templateName(meant.name)).length;
  return named && twins <= 1 ? 'meant' : 'unclear';
}

function plain(name: string): string {
  return templateName(name);
}
