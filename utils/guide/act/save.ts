import { clickableOf } from '../locate/clickable.ts';
import { parentOf } from '../page/roots.ts';
import type { PageReading } from '../read/page-state.ts';

/** The button that saves the rights: the one nearest around the list. Null where there is none, `ambiguous` where two could be it. */
export function findSave({ index, rights }: PageReading): Element | 'ambiguous' | null {
  const buttons = [...new Set(index.labelled('save').map(({ element }) => clickableOf(element)))];
  const row = rights.rows[0]?.element;
  if (buttons.length === 0 || !row) return null;
  for (let at: Node | null = row; at !== null; at = parentOf(at)) {
    const around = at;
    const inside = buttons.filter((button) => around.contains(button));
    if (inside.length > 0) return inside.length === 1 ? (inside[0] ?? null) : 'ambiguous';
  }
  return null;
}
