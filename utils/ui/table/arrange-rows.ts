/** How a table's rows are chosen and ordered; the reader's own choices. */
export interface Arrangement<T> {
  readonly keep: (row: T) => boolean;
  /** Part of what `textOf` gives; case and accents do not matter. */
  readonly search: string;
  readonly textOf: (row: T) => string;
  readonly sortBy: (row: T) => string;
  readonly descending: boolean;
  /** null = no groups. */
  readonly groupBy: ((row: T) => string) | null;
  readonly locale: string;
}

export type ArrangedLine<T> =
  | { readonly kind: 'row'; readonly row: T }
  | { readonly kind: 'group'; readonly label: string; readonly count: number };

/** The lines of a table: chosen, sorted in the language's own order, and under headings where groups are asked for. */
export function arrangeRows<T>(rows: readonly T[], by: Arrangement<T>): readonly ArrangedLine<T>[] {
  const wanted = foldText(by.search.trim());
  const chosen = rows.filter((row) => by.keep(row) && (wanted === '' || foldText(by.textOf(row)).includes(wanted)));
  const { compare } = new Intl.Collator(by.locale, { numeric: true, sensitivity: 'base' });
  const sign = by.descending ? -1 : 1;
  // Keys are made once per row; the place breaks ties, so that equal rows keep their order.
  const sorted = chosen
    .map((row, place) => ({ row, key: by.sortBy(row), place }))
    .sort((a, b) => sign * compare(a.key, b.key) || a.place - b.place)
    .map(({ row }) => row);
  if (by.groupBy === null) return sorted.map((row) => ({ kind: 'row', row }));
  return [...Map.groupBy(sorted, by.groupBy)]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([label, members]) => [
      { kind: 'group' as const, label, count: members.length },
      ...members.map((row) => ({ kind: 'row' as const, row })),
    ]);
}

/** `José` is found by `jose`. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
