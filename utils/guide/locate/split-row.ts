import type { PageIndex } from '../page/page-index.ts';
import { rowOf } from './columns.ts';

const rows = 'tr,[role=row]';
const tolerance = 3;

/**
 * Grids with locked columns draw one row as two, in two tables side by side. Gives, for a row, the other halves of it: rows
 * elsewhere on the same line, as high, beside it and not inside one another (inferred; ±3 px).
 */
export function otherHalves(index: PageIndex): (row: Element) => readonly Element[] {
  let boxes: readonly { readonly row: Element; readonly box: DOMRect }[] | null = null;
  return (row) => {
    const box = row.getBoundingClientRect();
    if (box.height === 0 || !row.matches(rows)) return [];
    boxes ??= index.query(rows).map((each) => ({ row: each, box: each.getBoundingClientRect() }));
    return boxes
      .filter(({ row: other, box: at }) => {
        if (other === row || other.contains(row) || row.contains(other) || at.width === 0) return false;
        const level = Math.abs(at.top - box.top) <= tolerance && Math.abs(at.height - box.height) <= tolerance;
        const beside = at.left >= box.right - tolerance || at.right <= box.left + tolerance;
        return level && beside && rowOf(other) === other && other.parentElement !== row.parentElement;
      })
      .map(({ row: other }) => other);
  };
}
