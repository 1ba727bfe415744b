import type { Run } from '../../utils/core/run/run.ts';
import { dateTime } from '../../utils/i18n/format.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { runTone } from './outcome-tone.ts';

export interface RunBar extends Pick<Run, 'state' | 'mode' | 'counts'> {
  readonly id: string;
  readonly startedAt: string;
}

interface RunBarsProps {
  readonly t: Translate;
  /** Newest first, as the background gives them. */
  readonly runs: readonly RunBar[];
  readonly onOpen: (id: string) => void;
}

const tallest = 30;
const shortest = 4;

/** The last runs as bars, oldest at the left: how much each one changed, and in its colour how it ended. */
export function RunBars({ t, runs, onOpen }: RunBarsProps) {
  const most = Math.max(1, ...runs.map(changesOf));
  return (
    <ul class="run-bars" aria-label={t('popup.recent')} data-testid="recent-runs">
      {runs.toReversed().map((run) => {
        const changes = changesOf(run);
        const height = changes === 0 ? shortest : Math.max(shortest + 2, Math.round((tallest * changes) / most));
        const label = t('popup.bar', {
          when: dateTime(t.locale, run.startedAt),
          state: t(`run.${run.state}`),
          changes,
        });
        return (
          <li key={run.id}>
            <button type="button" aria-label={label} title={label} onClick={() => onOpen(run.id)}>
              <span
                class={`bar ${runTone(run.state)}${run.mode === 'dry' ? ' dry' : ''}`}
                style={{ height: `${height}px` }}
              />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function changesOf({ counts }: RunBar): number {
  return counts.created + counts.updated + counts.disabled;
}
