import { cleanText } from '../../../core/normalise/text.ts';
import { operations } from '../operations.ts';
import { requireId } from '../records/text.ts';
import { createRowSink } from '../rows.ts';
import { leafText } from '../small-answer.ts';
import type { Collector, SoapClient } from '../soap-client.ts';
import { createSoapReader, type ElementSink } from '../xml-stream.ts';
import { createContentCutter } from './escaped-content.ts';

/** What the report says of one employee. */
export interface ReportRow {
  /** The manager's name as displayed; '' = none. `null` = the rows of this employee disagree. */
  readonly manager: string | null;
  readonly debtorId: string;
}

export type ReportRows = ReadonlyMap<string, ReportRow>;

export type ReportPoll =
  | { readonly state: 'pending' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly rows: ReportRows };

/** Begins Reports_Business_EmployeeContracts_Background (nmbrs-api.md §2.16); gives its task id, or `null` for an answer without one. */
export async function startReport(client: SoapClient): Promise<string | null> {
  const { method } = operations.startReport;
  const taskId = leafText(await client.ask(operations.startReport), `${method}Result`)?.trim() ?? '';
  return taskId === '' ? null : taskId;
}

/** Asks once for the report; its rows are read as they stream, and given only if both documents were whole. */
export function pollReport(client: SoapClient, taskId: string): Promise<ReportPoll> {
  return client.stream(operations.reportResult, { TaskId: taskId }, collectReport);
}

const fields = ['EmployeeID', 'DebtorID', 'Manager'] as const;

function collectReport(): Collector<ReportPoll> {
  const rows = new Map<string, ReportRow>();
  const names = new Map<string, string>();
  let status = '';
  const outer: ElementSink = {
    open() {},
    leaf(name, text) {
      if (name === 'Status') status = text.trim();
    },
    close() {},
  };
  const inner = createRowSink(
    { items: null, records: ['Employee'], fields },
    {
      record([employeeId, debtorId = '', managerText = '']) {
        const id = requireId(employeeId, 'EmployeeID');
        const name = toName(managerText);
        // The same few managers stand in thousands of rows.
        const manager = names.get(name) ?? name;
        names.set(manager, manager);
        const known = rows.get(id);
        const debtor = debtorId.trim();
        rows.set(id, known && known.manager !== manager ? { ...known, manager: null } : { manager, debtorId: debtor });
      },
      item() {},
    },
  );
  const document = createInnerReader(inner);
  const cutter = createContentCutter('Content', document.write);
  return {
    sink: outer,
    filter: cutter.filter,
    result() {
      switch (status) {
        case 'Success':
          document.end();
          inner.finish();
          return { state: 'ready', rows };
        case 'Enqueued':
        case 'Executing':
          return { state: 'pending' };
        default:
          return { state: 'failed' };
      }
    },
  };
}

/** Reports write `-` for empty (nmbrs-api.md §2.16). */
function toName(text: string): string {
  const name = cleanText(text) ?? '';
  return name === '-' ? '' : ` ${name}`.slice(1);
}

/**
 * The document inside the answer, under the same guards as the answer itself: it is read as if it stood in an envelope.
 * Its declaration names an encoding it no longer has, and is left out.
 */
function createInnerReader(sink: ElementSink): { write(text: string): void; end(): void } {
  const reader = createSoapReader('Document', sink);
  let head: string | null = '';
  return {
    write(text) {
      if (head === null) {
        reader.write(text);
        return;
      }
      head += text;
      const start = head.trimStart();
      if (start === '' || (start.startsWith('<?') && !start.includes('?>')) || (start.length < 2 && start === '<'))
        return;
      head = null;
      reader.write(`<Envelope><Body><Document>${start.replace(/^<\?.*?\?>/s, '')}`);
    },
    end() {
      // Without content there is nothing to close, and the reader says that the document is not whole.
      if (head === null) reader.write('</Document></Body></Envelope>');
      reader.end();
    },
  };
}
