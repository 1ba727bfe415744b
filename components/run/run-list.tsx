import type { Run } from '../../utils/core/run/run.ts';
import { dateTime } from '../../utils/i18n/format.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { StatusDot } from '../feedback/status-dot.tsx';
import { runTone } from './outcome-tone.ts';

export interface RunListItem extends Pick<Run, 'state' | 'mode'> {
  readonly task?: { readonly kind: 'person' | 'undo' | 'drift' } | undefined;
  readonly id: string;
  readonly startedAt: string;
}

interface RunListProps {
  readonly t: Translate;
  readonly runs: readonly RunListItem[];
  readonly selectedId: string | null;
  readonly hrefOf: (id: string) => string;
}

/** The runs, newest first, as links. */
export function RunList({ t, runs, selectedId, hrefOf }: RunListProps) {
  return (
    <nav class="run-list" aria-label={t('history.runs')}>
      {runs.map((run) => (
        <a
          class="run-link"
          key={run.id}
          href={hrefOf(run.id)}
          aria-current={run.id === selectedId ? 'page' : undefined}
          data-testid="run-item"
        >
          <StatusDot tone={runTone(run.state)} />
          <span class="run-when">{dateTime(t.locale, run.startedAt)}</span>
          <span class="faint">
            {run.task ? t(`run.task.${run.task.kind}`) : t(`run.${run.mode}`)} · {t(`run.${run.state}`)}
          </span>
        </a>
      ))}
    </nav>
  );
}
