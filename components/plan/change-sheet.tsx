import type { ComponentChildren } from 'preact';
import { needsAttention } from '../../utils/core/log/attention.ts';
import type { Run } from '../../utils/core/run/run.ts';
import { reasonText } from '../../utils/i18n/log-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { StatusDot } from '../feedback/status-dot.tsx';
import { Sheet } from '../layout/sheet.tsx';
import { outcomeLabel } from '../run/count-tiles.tsx';
import { outcomeTone } from '../run/outcome-tone.ts';
import { ChangedValues } from './changed-values.tsx';
import { matchText } from './match-text.ts';
import type { PlanRow } from './plan-row.ts';

interface ChangeSheetProps {
  readonly t: Translate;
  readonly row: PlanRow;
  readonly mode: Run['mode'];
  readonly nowMs: number;
  readonly onClose: () => void;
  /** Further ways to go, as links. */
  readonly children?: ComponentChildren;
}

/** One person's change in full: what, why, how the account was found, every value. */
export function ChangeSheet({ t, row, mode, nowMs, onClose, children }: ChangeSheetProps) {
  const { what, advice } = reasonText(t, row, nowMs);
  const tone = outcomeTone(row.outcome, needsAttention(row));
  const found = matchText(t, row.match);
  return (
    <Sheet title={row.displayName} closeLabel={t('action.close')} onClose={onClose} testId="change-sheet">
      <p class="soft">{[row.userName, row.companyName].filter((part) => part !== null).join(' · ')}</p>
      <div class="sheet-section">
        <span class={`tag ${tone}`}>
          <StatusDot tone={tone} />
          {outcomeLabel(t, row.outcome, mode)}
        </span>
        <p>{what}</p>
        {advice ? <p class="soft">{advice}</p> : null}
        {found === null ? null : <p class="soft">{found}</p>}
      </div>
      {row.modified.length === 0 ? null : (
        <ChangedValues t={t} modified={row.modified} isNew={row.outcome === 'created'} />
      )}
      {children}
    </Sheet>
  );
}
