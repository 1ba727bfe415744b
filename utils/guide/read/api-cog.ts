import { classWords, clickableOf, clickablesIn } from '../locate/clickable.ts';
import { cellBelow } from '../locate/columns.ts';
import type { Located } from '../locate/located.ts';
import type { LabelEntry, PageIndex } from '../page/page-index.ts';
import { normalise } from '../page/text.ts';

export interface ColumnHeads {
  readonly api: readonly LabelEntry[];
  readonly dashboard: readonly LabelEntry[];
}

/** The heads of the two columns that matter: the right one and the one to stay away from. */
export function readColumnHeads(index: PageIndex): ColumnHeads {
  const written = (entries: readonly LabelEntry[]) => entries.filter(({ named }) => !named);
  return { api: written(index.labelled('apiColumn')), dashboard: index.labelled('dashboardColumn') };
}

/**
 * The cog in the API column of a row (nmbrs-ui.md §5.3). The column and the element's own name are asked independently;
 * where they contradict one another nothing is given, because beside the cog stands one that overwrites dashboards.
 */
export function findApiCog(row: Element, heads: ColumnHeads): Located | null {
  const byColumn = inColumn(row, heads);
  const byName = namedApi(row);
  if (byColumn && byName && byColumn !== byName && !byColumn.contains(byName) && !byName.contains(byColumn))
    return null;
  if (byName && byColumn) return { element: byName, confidence: 1, words: 'API' };
  const element = byColumn ?? byName;
  if (element) return { element, confidence: isDashboard(element) ? 0 : 0.9, words: 'API' };
  const cog = lastCog(row);
  return cog ? { element: cog, confidence: 0.6, words: 'API' } : null;
}

function inColumn(row: Element, { api, dashboard }: ColumnHeads): Element | null {
  // The head that belongs to this row is the last one before it.
  const head = api.filter(({ element }) => precedes(element, row)).at(-1) ?? api[0];
  const found = head && cellBelow(head.element, row);
  if (!head || !found) return null;
  const other = dashboard.filter(({ element }) => precedes(element, row)).at(-1);
  if (other && cellBelow(other.element, row)?.cell === found.cell) return null;
  const inside = clickablesIn(found.cell);
  if (inside.length > 1) return null;
  if (inside[0]) return inside[0];
  return found.cell.matches('[onclick],[role=button],[tabindex]') ? found.cell : null;
}

function precedes(head: Element, row: Element): boolean {
  if (head.ownerDocument !== row.ownerDocument || head.getRootNode() !== row.getRootNode()) return true;
  return (head.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

const nameAttributes = ['title', 'aria-label', 'alt', 'href', 'onclick'];

function namesOf(element: Element): string {
  return [element, ...element.querySelectorAll('*')]
    .flatMap((part) => nameAttributes.map((attribute) => part.getAttribute(attribute) ?? ''))
    .join(' ');
}

/** Something that says "API" to those who hover, listen, or read where it leads. */
function namedApi(row: Element): Element | null {
  const found = clickablesIn(row).filter(
    (element) => /(?:^|[^a-z])api(?:[^a-z]|$)/i.test(namesOf(element)) && !isDashboard(element),
  );
  return found.length === 1 ? clickableOf(found[0] as Element) : null;
}

function isDashboard(element: Element): boolean {
  return /dashboard|översikt/.test(normalise(namesOf(element)));
}

const cogWords = ['cog', 'cogs', 'gear', 'gears', 'tandwiel', 'tandwieltje', 'settings'];

function looksLikeCog(element: Element): boolean {
  return [element, ...element.querySelectorAll('*')].some(
    (part) =>
      cogWords.some((word) => classWords(part).has(word)) ||
      /\b(cogs?|gears?|tandwiel|settings)\b/.test(
        `${part.getAttribute('src') ?? ''} ${part.firstElementChild ? '' : (part.textContent ?? '').trim()}`,
      ),
  );
}

function lastCog(row: Element): Element | null {
  const cogs = clickablesIn(row).filter((element) => looksLikeCog(element) && !isDashboard(element));
  return cogs.at(-1) ?? null;
}
