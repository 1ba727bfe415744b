import type { LabelId } from '../labels/dictionary.ts';
import { isLabel } from '../labels/label.ts';
import { isChosen } from '../locate/clickable.ts';
import { cellsOf, entryOf, isListed, rowOf } from '../locate/columns.ts';
import type { Located } from '../locate/located.ts';
import { otherHalves } from '../locate/split-row.ts';
import { valueIn } from '../locate/value-beside.ts';
import type { LabelEntry, PageIndex } from '../page/page-index.ts';
import { isVisible } from '../page/visible.ts';
import { templateName } from './administrator.ts';
import { type ColumnHeads, findApiCog, readColumnHeads } from './api-cog.ts';

const sectionLabels = [
  'masterClient',
  'masterCompany',
  'masterAccountant',
  'masterManager',
  'masterEmployee',
] as const satisfies readonly LabelId[];
export type TemplateSection = (typeof sectionLabels)[number];

export interface TemplateRow {
  readonly name: string;
  /** Null where nothing says it. */
  readonly section: TemplateSection | null;
  /** Which of several rows with this name in this section, from 0. */
  readonly ordinal: number;
  readonly element: Element;
  /** Null in a list that may only be looked at. */
  readonly cog: Located | null;
}

export interface TemplatesReading {
  readonly score: number;
  readonly rows: readonly TemplateRow[];
  readonly sections: readonly TemplateSection[];
}

/** The list of user templates: its rows, the section each stands in, and its API cog (nmbrs-ui.md §5.2, §5.3). */
export function readTemplates(index: PageIndex): TemplatesReading {
  const heads = readColumnHeads(index);
  const entries = sectionLabels
    .flatMap((label) => index.labelled(label).map((entry) => ({ ...entry, section: label })))
    .sort((one, other) => one.order - other.order);
  const sections = sectionLabels.filter((label) => entries.some(({ section }) => section === label));
  const score =
    (index.labelled('templateUsers').length > 0 ? 0.3 : 0) +
    (sections.length >= 2 ? 0.35 : sections.length === 1 ? 0.25 : 0) +
    (heads.api.length > 0 ? 0.35 : 0) +
    (index.labelled('newTemplate').length > 0 ? 0.1 : 0);
  if (score < 0.5 || sections.length === 0) return { score: Math.min(1, score), rows: [], sections };

  const seen = new Map<string, number>();
  const rows: TemplateRow[] = [];
  // The permissions of a template may lie over the list, in rows of the same kind.
  const rowAt = remembered(rowOf);
  const visited = new Set<Element | null>(index.methods.map(({ element }) => entryOf(element, rowAt)));
  const halves = otherHalves(index);
  for (const entry of index.texts) {
    const row = entry.named ? null : entryOf(entry.element, rowAt);
    if (!row || visited.has(row) || !isVisible(row)) continue;
    visited.add(row);
    const cells = heads.cellsIn(row);
    const name = nameIn(cells);
    if (name === null || row.querySelector('tr,th,[role=row],[role=columnheader]')) continue;
    // Rows with a single cell are titles, unless the rest of them is drawn elsewhere.
    if (cells.length < 2 && cells.length + halves(row).flatMap(cellsOf).length < 2) continue;
    const section = sectionOf(entry.order, row, entries);
    if (section === null && !entries.every(({ order }) => order > entry.order)) continue;
    const cog = findApiCog(row, heads) ?? cogBeside(halves(row), heads);
    // A block of no list is a row only by the cog in it.
    if (cog === null && !isListed(row)) continue;
    const key = `${section}|${templateName(name)}`;
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    rows.push({ name, section, ordinal, element: row, cog });
  }
  return {
    score: Math.min(1, score),
    rows: rows.filter(({ section, cog }) => section !== null || cog !== null),
    sections,
  };
}

/** For the length of one look: the cells of a row stand in the same one. */
function remembered<T>(find: (element: Element) => T): (element: Element) => T {
  const known = new Map<Element, T>();
  return (element) => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const found = find(element);
    known.set(element, found);
    return found;
  };
}

/** The first cell with words that are no label. */
function nameIn(cells: readonly Element[]): string | null {
  for (const cell of cells) {
    const text = valueIn(cell);
    if (text.length >= 2 && text.length <= 120 && !isLabel(text) && /\p{L}/u.test(text)) return text;
  }
  return null;
}

function cogBeside(halves: readonly Element[], heads: ColumnHeads): Located | null {
  for (const half of halves) {
    const cog = findApiCog(half, heads);
    if (cog) return cog;
  }
  return null;
}

type SectionEntry = LabelEntry & { readonly section: TemplateSection };

/** A cell of the row itself, the chosen tab, or the nearest title before it. */
function sectionOf(order: number, row: Element, entries: readonly SectionEntry[]): TemplateSection | null {
  const own = entries.find(({ element }) => row.contains(element));
  if (own) return own.section;
  const before = entries.filter((entry) => entry.order < order);
  const last = before.at(-1);
  if (!last) return null;
  const tabs = before.filter(({ element }) => element.closest('[role=tab]') !== null);
  if (last.element.closest('[role=tab]') && tabs.length > 1) {
    return tabs.find(({ element }) => isChosen(element.closest('[role=tab]') ?? element) === true)?.section ?? null;
  }
  return last.section;
}
