import { Icon } from '../icon.tsx';
import type { TableColumn, TableSort } from './table-line.ts';

interface TableHeadProps<T> {
  readonly columns: readonly TableColumn<T>[];
  readonly tracks: string;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
}

const ariaSort = ({ column, descending }: TableSort, id: string) =>
  column !== id ? 'none' : descending ? 'descending' : 'ascending';

/** The headings; one that sorts is a button, and a second press turns the order round. */
export function TableHead<T>({ columns, tracks, sort, onSort }: TableHeadProps<T>) {
  return (
    <div class="vtable-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks }}>
      {columns.map(({ id, label, sortable }) => (
        <div role="columnheader" key={id} {...(sortable ? { 'aria-sort': ariaSort(sort, id) } : {})}>
          {sortable ? (
            <button
              type="button"
              onClick={() => onSort({ column: id, descending: sort.column === id && !sort.descending })}
              data-testid={`sort-${id}`}
            >
              {label}
              <span class={sort.column === id ? (sort.descending ? 'arrow down' : 'arrow up') : 'arrow'}>
                <Icon name="unfold" size={14} />
              </span>
            </button>
          ) : (
            label
          )}
        </div>
      ))}
    </div>
  );
}
