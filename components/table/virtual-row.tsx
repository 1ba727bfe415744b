import { useMemo } from 'preact/hooks';
import type { TableColumn } from './table-line.ts';

interface VirtualRowProps<T> {
  readonly row: T;
  readonly index: number;
  readonly start: number;
  readonly size: number;
  readonly columns: readonly TableColumn<T>[];
  readonly tracks: string;
  /** The one row that the Tab key stops at. */
  readonly active: boolean;
  readonly onFocus: (index: number) => void;
  readonly onOpen: (row: T) => void;
  readonly testId: string;
}

/** One record; made anew only when something of it changes, not whenever another row comes into sight. */
export function VirtualRow<T>(props: VirtualRowProps<T>) {
  const { row, index, start, size, columns, tracks, active, onFocus, onOpen, testId } = props;
  return useMemo(
    () => (
      // biome-ignore lint/a11y/useKeyWithClickEvents: a larger place to click; the keyboard has the button in the row
      <div
        class="vtable-row"
        role="row"
        aria-rowindex={index + 2}
        style={{ transform: `translateY(${start}px)`, height: `${size}px`, gridTemplateColumns: tracks }}
        onClick={() => onOpen(row)}
        data-testid={testId}
      >
        {columns.map(({ id, cell }, at) => (
          <div role={at === 0 ? 'rowheader' : 'cell'} key={id}>
            {at === 0 ? (
              <button
                type="button"
                class="row-button"
                tabIndex={active ? 0 : -1}
                data-index={index}
                onFocus={() => onFocus(index)}
                onClick={(event) => {
                  event.stopPropagation();
                  onOpen(row);
                }}
              >
                {cell(row)}
              </button>
            ) : (
              cell(row)
            )}
          </div>
        ))}
      </div>
    ),
    [row, index, start, size, columns, tracks, active, onFocus, onOpen, testId],
  );
}
