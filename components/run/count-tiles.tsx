import { type Outcome, outcomes } from '../../utils/core/log/log-entry.ts';
import type { Run } from '../../utils/core/run/run.ts';
import { wholeNumber } from '../../utils/i18n/format.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

interface CountTilesProps {
  readonly t: Translate;
  readonly counts: Run['counts'];
  readonly mode: Run['mode'];
  readonly selected: Outcome | null;
  readonly onSelect: (outcome: Outcome | null) => void;
}

/** How many people left the run how; a tile filters the table below. */
export function CountTiles({ t, counts, mode, selected, onSelect }: CountTilesProps) {
  return (
    <div class="tiles">
      {outcomes.map((outcome) => (
        <button
          type="button"
          class="tile"
          key={outcome}
          aria-pressed={selected === outcome}
          disabled={counts[outcome] === 0 && selected !== outcome}
          onClick={() => onSelect(selected === outcome ? null : outcome)}
          data-testid={`count-${outcome}`}
        >
          <span class="tile-number">{wholeNumber(t.locale, counts[outcome])}</span>
          <span class="tile-label">{outcomeLabel(t, outcome, mode)}</span>
        </button>
      ))}
    </div>
  );
}

/** In a preview nothing has happened yet, and the words say so. */
export function outcomeLabel(t: Translate, outcome: Outcome, mode: Run['mode']): string {
  const planned = mode === 'dry' && (outcome === 'created' || outcome === 'updated' || outcome === 'disabled');
  return planned ? t(`outcomes.preview.${outcome}`) : t(`outcomes.${outcome}`);
}
