import type { ComponentChildren } from 'preact';

/** What stands in one line of a table: a record, or the heading of the group that follows. */
export type TableLine<T> =
  | { readonly kind: 'row'; readonly row: T }
  | { readonly kind: 'group'; readonly label: string; readonly count: number };

export interface TableSort {
  readonly column: string;
  readonly descending: boolean;
}

export interface TableColumn<T> {
  readonly id: string;
  readonly label: string;
  /** A track of a CSS grid, as `minmax(0, 2fr)`. */
  readonly width: string;
  readonly sortable: boolean;
  /** Left out of a table that is narrower than this, in rem. */
  readonly fromRem: number;
  readonly cell: (row: T) => ComponentChildren;
}
