import { needsAttention } from '../../utils/core/log/attention.ts';
import { dateTime } from '../../utils/i18n/format.ts';
import { reasonText } from '../../utils/i18n/log-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { StatusDot } from '../feedback/status-dot.tsx';
import type { PlanRow } from '../plan/plan-row.ts';
import { outcomeLabel } from '../run/count-tiles.tsx';
import { outcomeTone } from '../run/outcome-tone.ts';

interface PersonHistoryProps {
  readonly t: Translate;
  /** Newest first. */
  readonly rows: readonly (PlanRow & {
    readonly runId: string;
    readonly at: string;
    readonly mode: 'dry' | 'live' | null;
  })[];
  readonly nowMs: number;
  readonly hrefOf: (runId: string) => string;
}

/** What became of one person, run by run. */
export function PersonHistory({ t, rows, nowMs, hrefOf }: PersonHistoryProps) {
  if (rows.length === 0) return <p class="soft">{t('person.noHistory')}</p>;
  return (
    <ol class="person-history">
      {rows.map((row) => {
        const tone = outcomeTone(row.outcome, needsAttention(row));
        return (
          <li key={`${row.runId}-${row.seq}`}>
            <a href={hrefOf(row.runId)}>{dateTime(t.locale, row.at)}</a>
            <span class={`tag ${tone}`}>
              <StatusDot tone={tone} />
              {outcomeLabel(t, row.outcome, row.mode ?? 'live')}
            </span>
            <span class="soft">{reasonText(t, row, nowMs).what}</span>
          </li>
        );
      })}
    </ol>
  );
}
