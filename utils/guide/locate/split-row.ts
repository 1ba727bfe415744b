import type { PageIndex } from '../page/page-index.ts';
import { rowOf } from './columns.ts';

const rows = 'tr,[role=row]';
const tolerance = 3;

/**
 * Grids with locked columns draw one row as two, in two tables side by side. Gives, for a row, the other halves of it: rows
 * elsewhere on the same line, as high, beside it and not inside one another (inferred; ±3 px).
 */
export function otherHalves(index: PageIndex): (row: Element) => readonly Element[] {
  let boxes: readonly Drawn[] | null = null;
  return (row) => {
    if (!row.matches(rows)) return [];
    const box = drawn(row);
    if (box.height === 0) return [];
    boxes ??= index.query(rows).map(drawn);
    return boxes
      .filter((at) => {
        const level = Math.abs(at.top - box.top) <= tolerance && Math.abs(at.height - box.height) <= tolerance;
        const beside = at.left >= box.right - tolerance || at.right <= box.left + tolerance;
        if (!level || !beside || at.width === 0 || at.row === row) return false;
        if (at.row.contains(row) || row.contains(at.row)) return false;
        return rowOf(at.row) === at.row && at.row.parentElement !== row.parentElement;
      })
      .map((at) => at.row);
  };
}

type Drawn = { readonly row: Element } & Readonly<Record<'left' | 'right' | 'top' | 'width' | 'height', number>>;

/** A row with its box; every look at a rectangle of the browser's own costs. */
function drawn(row: Element): Drawn {
  const { left, right, top, width, height } = row.getBoundingClientRect();
  return { row, left, right, top, width, height };
}
