import type { Outcome } from '../../utils/core/log/log-entry.ts';
import type { Run } from '../../utils/core/run/run.ts';
import { dateTime } from '../../utils/i18n/format.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

interface RunChartProps {
  readonly t: Translate;
  /** Newest first. */
  readonly runs: readonly (Pick<Run, 'counts' | 'mode'> & { readonly id: string; readonly startedAt: string })[];
  readonly hrefOf: (id: string) => string;
}

const shown = ['created', 'updated', 'disabled', 'failed'] as const satisfies readonly Outcome[];
const most = 30;
const height = 96;

/** What the last runs changed, one column a run, oldest at the left. Drawn with boxes: no library is this small. */
export function RunChart({ t, runs, hrefOf }: RunChartProps) {
  const columns = runs.slice(0, most).toReversed();
  const tallest = Math.max(1, ...columns.map(({ counts }) => shown.reduce((sum, outcome) => sum + counts[outcome], 0)));
  return (
    <figure class="run-chart" data-testid="run-chart">
      <figcaption>{t('history.over')}</figcaption>
      <ul class="run-columns" style={{ height: `${height}px` }}>
        {columns.map(({ id, startedAt, counts, mode }) => {
          const parts = shown.filter((outcome) => counts[outcome] > 0);
          const label = [
            `${dateTime(t.locale, startedAt)}, ${t(`run.${mode}`)}`,
            ...parts.map((outcome) => `${t(`outcomes.${outcome}`)} ${counts[outcome]}`),
          ].join(', ');
          return (
            <li key={id}>
              <a href={hrefOf(id)} aria-label={label} title={label} class={mode === 'dry' ? 'dry' : ''}>
                {parts.map((outcome) => (
                  <span
                    key={outcome}
                    class={`part ${outcome}`}
                    style={{ height: `${Math.max(3, (height * counts[outcome]) / tallest)}px` }}
                  />
                ))}
              </a>
            </li>
          );
        })}
      </ul>
      <ul class="run-legend">
        {shown.map((outcome) => (
          <li key={outcome}>
            <span class={`part ${outcome}`} aria-hidden="true" />
            {t(`outcomes.${outcome}`)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
