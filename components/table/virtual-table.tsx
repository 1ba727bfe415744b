import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { wholeNumber } from '../../utils/i18n/format.ts';
import type { Locale } from '../../utils/i18n/locales.ts';
import { TableHead } from './table-head.tsx';
import type { TableColumn, TableLine, TableSort } from './table-line.ts';
import { tabStop, useRowKeys } from './use-row-keys.ts';
import { useSlots } from './use-slots.ts';
import { useVirtualRows } from './use-virtual-rows.ts';
import { VirtualRow } from './virtual-row.tsx';

interface VirtualTableProps<T> {
  readonly caption: string;
  readonly locale: Locale;
  readonly columns: readonly TableColumn<T>[];
  readonly lines: readonly TableLine<T>[];
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  readonly onOpen: (row: T) => void;
  readonly testId: string;
}

const rowRem = 3.75;
const groupRem = 2.5;

/**
 * A table of any length: only the rows in sight are in the page. One stop for the Tab key; arrows, Page, Home and End go
 * from row to row, Enter opens one.
 */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { caption, lines, sort, onSort, onOpen, testId } = props;
  const frame = useRef<HTMLDivElement>(null);
  const rem = rootFontSize();
  const room = useWidth(frame) / rem;
  const columns = useMemo(() => props.columns.filter(({ fromRem }) => fromRem <= room), [props.columns, room]);
  const tracks = columns.map(({ width }) => width).join(' ');
  const [chosen, setActive] = useState(0);
  const active = tabStop(lines, chosen);
  const virtual = useVirtualRows({
    count: lines.length,
    heightOf: (index) => (lines[index]?.kind === 'group' ? groupRem : rowRem) * rem,
    frame,
    // Scrolled out of sight it would take the keyboard with it, and Tab would find no row to stop at.
    kept: active,
  });
  const onKeyDown = useRowKeys({ lines, active, setActive, frame, scrollTo: virtual.scrollTo });
  const slots = useSlots()(virtual.rows.map(({ index }) => index));
  // The lines may be other ones of other heights although they are as many.
  useEffect(virtual.measure, [lines]);

  return (
    <div class="vtable" role="table" aria-label={caption} aria-rowcount={lines.length + 1} data-testid={testId}>
      <div role="rowgroup">
        <TableHead columns={columns} tracks={tracks} sort={sort} onSort={onSort} />
      </div>
      <div class="vtable-frame" role="rowgroup" ref={frame} onKeyDown={onKeyDown} data-testid={`${testId}-frame`}>
        <div role="presentation" style={{ height: `${virtual.height}px`, position: 'relative' }}>
          {virtual.rows.map(({ index, start, size }) => {
            const line = lines[index];
            if (line === undefined) return null;
            const place = { transform: `translateY(${start}px)`, height: `${size}px` };
            return line.kind === 'group' ? (
              <div class="vtable-group" role="row" aria-rowindex={index + 2} key={`group-${line.label}`} style={place}>
                <div role="cell" aria-colspan={columns.length}>
                  {line.label} <span class="faint">{wholeNumber(props.locale, line.count)}</span>
                </div>
              </div>
            ) : (
              <VirtualRow
                key={slots.get(index)}
                row={line.row}
                index={index}
                start={start}
                size={size}
                columns={columns}
                tracks={tracks}
                active={index === active}
                onFocus={setActive}
                onOpen={onOpen}
                testId={`${testId}-row`}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** How wide an element is, in pixels, known before it is painted for the first time; follows the window. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element.current === null) return;
    const look = () => setWidth(element.current?.clientWidth ?? 0);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Rows grow with the reader's own text size. */
function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
