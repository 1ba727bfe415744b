import type { LogEntry } from '../core/log/log-entry.ts';
import { csvLine } from './csv.ts';

export type LogFormat = 'csv' | 'json';

/** Where a part stands in the whole file. */
export interface Place {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Rows in the parts before. */
  readonly rowsBefore: number;
}

// Names for programs, so they are the same in every language. Excel takes a file for UTF-8 only by its byte order mark.
const byteOrderMark = '\uFEFF';
const columns = [
  'time',
  'run',
  'row',
  'nmbrsId',
  'javeloId',
  'name',
  'userName',
  'company',
  'outcome',
  'reason',
  'details',
  'matchedBy',
  'matchedValue',
  'changes',
  'retryAt',
  'error',
] as const;

/** A part of the provisioning log as text. The parts of one export, put one after the other, are the file. */
export function writeLogPart(format: LogFormat, entries: readonly LogEntry[], place: Place): string {
  return format === 'csv' ? csvPart(entries, place) : jsonPart(entries, place);
}

function csvPart(entries: readonly LogEntry[], { isFirst }: Place): string {
  return (isFirst ? byteOrderMark + csvLine(columns) : '') + entries.map((entry) => csvLine(cells(entry))).join('');
}

function jsonPart(entries: readonly LogEntry[], { isFirst, isLast, rowsBefore }: Place): string {
  const rows = entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n');
  const separator = rowsBefore > 0 && entries.length > 0 ? ',\n' : '';
  return `${isFirst ? '[\n' : ''}${separator}${rows}${isLast ? '\n]\n' : ''}`;
}

function cells(entry: LogEntry): readonly (string | number | null)[] {
  const { match, params, error } = entry;
  const changes = entry.modified.map(({ attribute, from, to }) => `${attribute}: ${shown(from)} → ${shown(to)}`);
  const byColumn: Record<(typeof columns)[number], string | number | null> = {
    time: entry.at,
    run: entry.runId,
    row: entry.seq,
    nmbrsId: entry.sourceId,
    javeloId: entry.targetId,
    name: entry.displayName,
    userName: entry.userName,
    company: entry.companyName,
    outcome: entry.outcome,
    reason: entry.reason,
    details: Object.entries(params)
      .map(([name, value]) => `${name}: ${value}`)
      .join('; '),
    matchedBy: match?.by ?? null,
    matchedValue: match && 'value' in match ? match.value : null,
    changes: changes.join('; '),
    retryAt: entry.retryAt,
    error: error?.code ?? null,
  };
  return columns.map((column) => byColumn[column]);
}

function shown(value: string | boolean | null): string {
  return value === null ? '' : String(value);
}
