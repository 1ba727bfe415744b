import { classWords, clickableOf, clickablesIn } from '../locate/clickable.ts';
import { cellBelow, cellByCount, cellsOf, headsAlign } from '../locate/columns.ts';
import type { Located } from '../locate/located.ts';
import type { LabelEntry, PageIndex } from '../page/page-index.ts';
import { normalise } from '../page/text.ts';

export interface ColumnHeads {
  readonly api: readonly LabelEntry[];
  readonly dashboard: readonly LabelEntry[];
  /** The cells of a row, asked for once in a look. */
  readonly cellsIn: (row: Element) => readonly Element[];
}

/** The heads of the two columns that matter: the right one and the one to stay away from. */
export function readColumnHeads(index: PageIndex): ColumnHeads {
  const written = (entries: readonly LabelEntry[]) => entries.filter(({ named }) => !named);
  const cells = new Map<Element, readonly Element[]>();
  const cellsIn = (row: Element): readonly Element[] => {
    const known = cells.get(row) ?? cellsOf(row);
    cells.set(row, known);
    return known;
  };
  return { api: written(index.labelled('apiColumn')), dashboard: index.labelled('dashboardColumn'), cellsIn };
}

/**
 * The cog in the API column of a row (nmbrs-ui.md §5.3). The column, the element's own name and its look are asked
 * independently; where they contradict one another nothing is given for sure, because beside the cog stands one that
 * overwrites dashboards.
 */
export function findApiCog(row: Element, heads: ColumnHeads): Located | null {
  const byColumn = inColumn(row, heads);
  const inRow = clickablesIn(row);
  const byName = namedApi(inRow);
  if (byColumn && byName && !isSame(byColumn.element, byName)) return null;
  if (byName && byColumn) return { element: byName, confidence: 1, words: 'API' };
  if (byName) return { element: byName, confidence: isDashboard(byName) ? 0 : 0.9, words: 'API' };
  const cogs = inRow.filter((element) => looksLikeCog(element) && !isDashboard(element));
  const [cog] = cogs;
  if (byColumn && (cogs.length !== 1 || !cog || isSame(byColumn.element, cog)))
    return { ...byColumn, confidence: isDashboard(byColumn.element) ? 0 : byColumn.confidence };
  return cogs.length > 0 ? { element: cogs.at(-1) as Element, confidence: 0.6, words: 'API' } : null;
}

function isSame(one: Element, other: Element): boolean {
  return one.contains(other) || other.contains(one);
}

function inColumn(row: Element, { api, dashboard, cellsIn }: ColumnHeads): Located | null {
  // The head that belongs to this row is the last one before it.
  const head = api.filter(({ element }) => precedes(element, row)).at(-1) ?? api[0];
  if (!head) return null;
  const found = cellBelow(head.element, row, cellsIn);
  const counted = cellByCount(head.element, row, cellsIn);
  // Heads that are drawn apart from their rows may stand over other columns than their own.
  const agree = !found || found.by === 'index' || !counted || counted === found.cell;
  const cell = agree ? (found?.cell ?? counted) : counted;
  if (!cell) return null;
  const other = dashboard.filter(({ element }) => precedes(element, row)).at(-1);
  if (other && found?.cell === cell && cellBelow(other.element, row, cellsIn)?.cell === cell) return null;
  const inside = clickablesIn(cell);
  const element = inside[0] ?? (cell.matches('[onclick],[role=button],[tabindex]') ? cell : null);
  if (inside.length > 1 || !element) return null;
  const sure = found && agree && (found.by === 'index' || headsAlign(head.element, row, cellsIn));
  return { element, confidence: sure ? 0.9 : 0.7, words: 'API' };
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
function namedApi(inRow: readonly Element[]): Element | null {
  const found = inRow.filter(
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
