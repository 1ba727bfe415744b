import { isVisible } from '../page/visible.ts';
import { clickablesIn } from './clickable.ts';

const cells = 'td,th,[role=cell],[role=gridcell],[role=columnheader],[role=rowheader]';

/** The row an element stands in: a table's, a grid's, or an item of a list. */
export function rowOf(element: Element): Element | null {
  return element.closest('[role=row]') ?? element.closest('tr') ?? element.closest('li');
}

const written = 'tr,li,[role=row]';
const highestCard = 120;

/** Whether an element is written as the row of a table, grid or list. */
export function isListed(row: Element): boolean {
  return row.matches(written);
}

/**
 * The row an element stands in where a list may be built of anything: the nearest of what `rowOf` knows and of a block that
 * has something to click beside the element and is either repeated beside itself or no higher than a line or two (inferred:
 * no source shows the list's markup).
 */
export function entryOf(element: Element, rowAt: (listed: Element) => Element | null = rowOf): Element | null {
  for (let at: Element | null = element, steps = 0; at !== null && steps < 8; at = at.parentElement, steps += 1) {
    if (isListed(at)) return rowAt(at);
    if (!at.matches(cells) && isCard(at, element)) return at;
  }
  return rowOf(element);
}

function isCard(block: Element, name: Element): boolean {
  // A link or a button with a picture is one thing to press, and no row.
  if (block === name || block.children.length < 2 || block.matches('a,button,[role=button]')) return false;
  const { height } = block.getBoundingClientRect();
  if (height > highestCard) return false;
  const beside = clickablesIn(block).filter((each) => !each.contains(name) && !name.contains(each)).length;
  if (beside === 0) return false;
  const alike = (other: Element): boolean =>
    other !== block && other.localName === block.localName && other.children.length === block.children.length;
  return [...(block.parentElement?.children ?? [])].some(alike) || (height > 0 && beside > 1);
}

/** The cells of a row; for a row without table or grid, its direct children. */
export function cellsOf(row: Element): readonly Element[] {
  const found = [...row.querySelectorAll(cells)].filter((cell) => {
    // Not `closest`, which would ask everything up to the document.
    for (let at = cell.parentElement; at !== null; at = at === row ? null : at.parentElement)
      if (at.matches(cells)) return false;
    return true;
  });
  return found.length > 0 ? found : [...row.children];
}

/** The cell below a column header, and which way it was found. */
export interface CellBelow {
  readonly cell: Element;
  readonly by: 'index' | 'place';
}

/**
 * The cell of a row that belongs to a column header: by counting columns where both are of one table or grid, else by
 * its horizontal place, ±24 px (nmbrs-ui.md §5.3).
 */
export function cellBelow(header: Element, row: Element, cellsIn = cellsOf): CellBelow | null {
  const headerCell = header.closest(cells) ?? header;
  const headerRow = rowOf(headerCell);
  const table = 'table,[role=grid],[role=table],[role=treegrid]';
  if (
    headerRow &&
    headerRow !== row &&
    headerRow.closest(table) !== null &&
    headerRow.closest(table) === row.closest(table)
  ) {
    const column = columnOf(headerCell, cellsIn(headerRow));
    const cell = column === null ? null : cellAt(cellsIn(row), column);
    if (cell) return { cell, by: 'index' };
  }
  const box = headerCell.getBoundingClientRect();
  if (box.width === 0) return null;
  const below = cellsIn(row).filter((cell) => isBelow(box, cell.getBoundingClientRect()));
  return below.length === 1 && below[0] ? { cell: below[0], by: 'place' } : null;
}

/** A header among the others of its row; its words may be wrapped a few times inside it. Null where it stands alone. */
function headsWith(header: Element): { readonly heads: readonly Element[]; readonly own: Element } | null {
  let own = header.closest(cells) ?? header;
  for (let steps = 0; own.parentElement && steps < 4; own = own.parentElement, steps += 1) {
    const heads = [...own.parentElement.children];
    if (heads.length > 1) return { heads, own };
  }
  return null;
}

/** The cell that comes as many places after the first as the header does, where there are as many cells as headers. */
export function cellByCount(header: Element, row: Element, cellsIn = cellsOf): Element | null {
  const found = headsWith(header);
  const below = cellsIn(row);
  return found?.heads.length === below.length ? (below[found.heads.indexOf(found.own)] ?? null) : null;
}

/** Whether every header but the first stands over a cell of its own, in order: heads apart from their rows may not. */
export function headsAlign(header: Element, row: Element, cellsIn = cellsOf): boolean {
  const below = cellsIn(row).map((cell) => cell.getBoundingClientRect());
  const places = (headsWith(header)?.heads ?? []).slice(1).map((each) => {
    const head = each.getBoundingClientRect();
    return below.findIndex((cell) => isBelow(head, cell));
  });
  return places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1));
}

/** ±24 px between the middles (nmbrs-ui.md §5.3). */
function isBelow(head: DOMRect, cell: DOMRect): boolean {
  return cell.width > 0 && Math.abs(cell.left + cell.width / 2 - head.left - head.width / 2) <= 24;
}

function span(cell: Element): number {
  return Number(cell.getAttribute('colspan') ?? cell.getAttribute('aria-colspan') ?? 1) || 1;
}

function columnOf(header: Element, headers: readonly Element[]): number | null {
  const said = header.getAttribute('aria-colindex');
  if (said !== null) return Number(said) - 1;
  let column = 0;
  for (const cell of headers) {
    if (cell === header) return column;
    column += span(cell);
  }
  return null;
}

function cellAt(row: readonly Element[], column: number): Element | null {
  const said = row.find((cell) => cell.getAttribute('aria-colindex') === String(column + 1));
  if (said) return said;
  let at = 0;
  for (const cell of row) {
    if (at === column) return isVisible(cell) ? cell : null;
    at += span(cell);
    if (at > column) return null;
  }
  return null;
}
