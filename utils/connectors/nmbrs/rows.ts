import { type ElementSink, XmlProblem } from './xml-stream.ts';

/**
 * How the rows of an answer lie: either `record*` (a list), or `item*` that each carry the key and `record*`
 * (histories of many employees, nmbrs-api.md §2.9–§2.12). Several names of one element are all accepted.
 */
export interface RowShape {
  readonly items: readonly string[] | null;
  readonly records: readonly string[];
  /** Leaves of a record to keep, at whatever depth; everything else is skipped unseen. */
  readonly fields: readonly string[];
}

export interface RowHandler {
  /** The kept fields in the order of the shape, '' where there is none. The array is used again: copy what is to stay. */
  record(values: readonly string[]): void;
  /** After the last record of an item, with its `EmployeeId`. Not called for lists. */
  item(employeeId: string): void;
}

export interface RowSink extends ElementSink {
  /**
   * To be called at the end. Rows of which not one has a known name are a form of answer that this version does not know:
   * taken for an empty list they would empty the attribute for everybody. Throws XmlProblem `invalid`.
   */
  finish(): void;
}

/** Turns the elements of an answer into rows without building anything but the fields that are kept. */
export function createRowSink(shape: RowShape, handler: RowHandler): RowSink {
  const positions = new Map(shape.fields.map((field, position) => [field, position]));
  const items = new Set(shape.items ?? []);
  const records = new Set(shape.records);
  const values: string[] = shape.fields.map(() => '');
  const isList = shape.items === null;
  let inItem = isList;
  let recordName = '';
  let employeeId = '';
  let depth = 0;
  // How deep lies what holds rows: the result of the operation, or the item.
  let holder = 1;
  let known = 0;
  let stranger = '';

  return {
    open(name) {
      depth += 1;
      if (recordName !== '') return;
      if (inItem) {
        if (records.has(name)) {
          recordName = name;
          known += 1;
          values.fill('');
        }
      } else if (items.has(name)) {
        inItem = true;
        holder = depth;
        employeeId = '';
      }
    },
    leaf(name, text) {
      depth -= 1;
      if (recordName === name) {
        // An empty row: of a list it is a row without an id, which its reader refuses; in a history it says nothing.
        recordName = '';
        if (isList) handler.record(values);
      } else if (recordName !== '') {
        const position = positions.get(name);
        if (position !== undefined) values[position] = text;
      } else if (inItem && !isList) {
        if (name === 'EmployeeId') employeeId = text;
        else if (items.has(name)) leaveItem();
        else noteStranger(name, text);
      } else noteStranger(name, text);
    },
    close(name) {
      depth -= 1;
      if (recordName !== '') {
        if (name !== recordName) return;
        recordName = '';
        handler.record(values);
      } else if (inItem && !isList && items.has(name)) {
        leaveItem();
        handler.item(employeeId);
      }
    },
    finish() {
      if (known === 0 && stranger !== '') throw new XmlProblem('invalid', `no row known, but ${stranger.slice(0, 60)}`);
    },
  };

  function leaveItem(): void {
    inItem = false;
    holder = 1;
  }

  /** A value that stands in a row, but in none that is known. One beside the rows is a new field, and harmless. */
  function noteStranger(name: string, text: string): void {
    if (depth > holder && text !== '') stranger = name;
  }
}
