import type { TemplateChoice } from '../../core/tour/tour.ts';
import { parentOf } from '../page/roots.ts';
import { templateName, unknownUserType } from '../read/administrator.ts';
import type { PageReading } from '../read/page-state.ts';

export type RightsOwner = 'meant' | 'another' | 'unclear';

const titles =
  'h1,h2,h3,h4,h5,legend,caption,[role=heading],[class*=title],[class*=caption],[class*=header],[class*=head]';

/**
 * Whose rights are shown: a wrong template would get the permissions. Believed when the admin was seen to open it, or when
 * the title nearest around the list names it and the name is the only one of its kind; a title with another template's
 * name is never passed over.
 */
export function rightsOwner(reading: PageReading, meant: TemplateChoice, opened: TemplateChoice | null): RightsOwner {
  const isMeant = opened?.name === meant.name && opened.section === meant.section && opened.ordinal === meant.ordinal;
  // Without a name there is only the admin's word.
  if (meant.name === unknownUserType) return isMeant ? 'meant' : 'unclear';
  const { rows } = reading.templates;
  const own = templateName(meant.name);
  const others = rows
    .map(({ name }) => templateName(name))
    .filter((name) => name !== own && !own.includes(name) && name.length > 3);
  const said = titlesAround(reading).find((texts) => names(texts, own) || others.some((name) => names(texts, name)));
  const named = said !== undefined && names(said, own);
  if (said && !named) return 'another';
  if (opened) return isMeant ? 'meant' : 'another';
  const twins = rows.filter((row) => templateName(row.name) === own).length;
  return named && twins <= 1 ? 'meant' : 'unclear';
}

function names(texts: readonly string[], name: string): boolean {
  return texts.some((text) => text === name || text.includes(name));
}

/** The titles inside each element around the list, from the nearest on; what stands in the page at large is none of its titles. */
function titlesAround({ index, rights, templates }: PageReading): readonly (readonly string[])[] {
  const list = rights.rows[0]?.element ?? rights.services?.control.element ?? null;
  const inList = (element: Element) =>
    templates.rows.some((row) => row.element.contains(element)) || rights.rows[0]?.element.contains(element);
  const said = index.texts.filter(
    ({ element, named }) => !named && !inList(element) && element.closest(titles) !== null,
  );
  const around: string[][] = [];
  for (let at: Node | null = list; at !== null && at.nodeName !== 'BODY'; at = parentOf(at)) {
    const here = at;
    around.push(said.filter(({ element }) => here.contains(element)).map(({ text }) => templateName(text)));
  }
  return around;
}
