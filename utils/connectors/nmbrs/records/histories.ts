import { createRowSink, type RowShape, type RowSink } from '../rows.ts';
import type { Collector } from '../soap-client.ts';
import { requireId } from './text.ts';

/**
 * Collects a bulk answer of histories employee by employee: the records of one are read, `pick` makes of them what is to
 * stay, and they are forgotten. An employee without records gets what `pick` makes of none.
 */
export function collectHistories<Stored, Picked>(
  shape: RowShape,
  read: (values: readonly string[]) => Stored,
  pick: (history: readonly Stored[]) => Picked,
): () => Collector<ReadonlyMap<string, Picked>> {
  return () => {
    const picked = new Map<string, Picked>();
    let history: Stored[] = [];
    const sink = createRowSink(shape, {
      record(values) {
        history.push(read(values));
      },
      item(employeeId) {
        picked.set(requireId(employeeId, 'EmployeeId'), pick(history));
        history = [];
      },
    });
    return { sink, result: () => finished(sink, picked) };
  };
}

/** Collects a list row by row. */
export function collectList<Row>(
  record: string,
  fields: readonly string[],
  read: (values: readonly string[]) => Row,
): () => Collector<readonly Row[]> {
  return () => {
    const rows: Row[] = [];
    const sink = createRowSink(
      { items: null, records: [record], fields },
      {
        record(values) {
          rows.push(read(values));
        },
        item() {},
      },
    );
    return { sink, result: () => finished(sink, rows) };
  };
}

function finished<Result>(sink: RowSink, result: Result): Result {
  sink.finish();
  return result;
}
