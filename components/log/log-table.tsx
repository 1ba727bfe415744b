import { needsAttention } from '../../utils/core/log/attention.ts';
import type { LogEntry } from '../../utils/core/log/log-entry.ts';
import type { Run } from '../../utils/core/run/run.ts';
import { reasonText, valueText } from '../../utils/i18n/log-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { StatusDot } from '../feedback/status-dot.tsx';
import { outcomeLabel } from '../run/count-tiles.tsx';
import { outcomeTone } from '../run/outcome-tone.ts';

/** A row of the provisioning log as far as it is shown. */
export type LogTableRow = Pick<
  LogEntry,
  'seq' | 'displayName' | 'userName' | 'companyName' | 'outcome' | 'reason' | 'params' | 'modified' | 'error'
> & { readonly retryAt: string | null };

interface LogTableProps {
  readonly t: Translate;
  readonly rows: readonly LogTableRow[];
  readonly mode: Run['mode'];
  readonly nowMs: number;
}

/** Everyone a run met: outcome, reason, and what to do about it. */
export function LogTable({ t, rows, mode, nowMs }: LogTableProps) {
  return (
    <div class="table-frame">
      <table data-testid="log-table">
        <caption class="visually-hidden">{t('log.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('log.column.person')}</th>
            <th scope="col">{t('log.column.outcome')}</th>
            <th scope="col">{t('log.column.reason')}</th>
            <th scope="col">{t('log.column.changes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LogTableLine key={row.seq} t={t} row={row} mode={mode} nowMs={nowMs} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LogTableLine({ t, row, mode, nowMs }: Omit<LogTableProps, 'rows'> & { readonly row: LogTableRow }) {
  const { what, advice } = reasonText(t, row, nowMs);
  const tone = outcomeTone(row.outcome, needsAttention(row));
  return (
    <tr data-testid="log-row" data-outcome={row.outcome} data-reason={row.reason}>
      <th scope="row">
        <span class="person">{row.displayName}</span>
        {row.userName ? <span class="faint">{row.userName}</span> : null}
        {row.companyName ? <span class="faint">{row.companyName}</span> : null}
      </th>
      <td>
        <span class={`tag ${tone}`}>
          <StatusDot tone={tone} />
          {outcomeLabel(t, row.outcome, mode)}
        </span>
      </td>
      <td>
        <span>{what}</span>
        {advice ? <span class="advice">{advice}</span> : null}
      </td>
      <td>{row.modified.length === 0 ? null : <Changes t={t} row={row} />}</td>
    </tr>
  );
}

function Changes({ t, row: { modified, outcome } }: { readonly t: Translate; readonly row: LogTableRow }) {
  // In a new account nothing has changed: these are its first values.
  const words = outcome === 'created' ? 'log.details' : 'log.changes';
  return (
    <details class="changes">
      <summary>{t(words, { count: modified.length })}</summary>
      <dl>
        {modified.map(({ attribute, from, to }) => (
          <div key={attribute}>
            <dt>{t(`attributes.${attribute}`)}</dt>
            <dd>
              {from === null ? null : (
                <>
                  <s>{valueText(t, from)}</s>{' '}
                </>
              )}
              {valueText(t, to)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
