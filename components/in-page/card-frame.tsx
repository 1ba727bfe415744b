import type { ComponentChildren } from 'preact';

/** The words around what the card says. */
export interface FrameWords {
  /** For those who listen: what this part of the page is. */
  readonly label: string;
  readonly title: string;
  readonly collapse: string;
  readonly expand: string;
  readonly move: string;
}

/** What stands in the card now. */
export interface FrameView {
  /** One line: what the tab says while the card is folded. */
  readonly summary: string;
  /** What is read out when it changes, folded or not. */
  readonly spoken: string;
  /** `Step 2 of 4`; null where nothing is counted. */
  readonly progress: string | null;
  readonly body: ComponentChildren;
  /** For whoever follows the card from outside: what it says and what it is doing, by name. */
  readonly mark?: { readonly say: string; readonly busy: string | null };
}

interface CardFrameProps {
  readonly words: FrameWords;
  readonly view: FrameView;
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
  /** To the other side of the window; for those who cannot drag it there. */
  readonly onMove: () => void;
}

/**
 * The card and the tab it folds into. Both are always there, one of them inert: what the admin is about to press is never
 * replaced under the press, and both can be measured.
 */
export function CardFrame({ words, view, folded, onFold, onMove }: CardFrameProps) {
  const { summary, spoken, progress, body, mark } = view;
  const marks = { 'data-say': mark?.say, 'data-busy': mark?.busy ?? undefined };
  return (
    <>
      <p class="visually-hidden" role="status">
        {spoken}
      </p>
      <section
        class="card"
        aria-label={words.label}
        inert={folded}
        data-testid="guide-card"
        {...marks}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // It would close the page's own dialog, too.
          event.preventDefault();
          onFold(true);
        }}
      >
        <header>
          <h2>{words.title}</h2>
          {progress === null ? null : <span class="progress">{progress}</span>}
          <button
            class="quiet"
            type="button"
            aria-label={words.move}
            title={words.move}
            data-testid="guide-move"
            onClick={onMove}
          >
            ⇄
          </button>
          <button
            class="quiet fold"
            type="button"
            aria-expanded="true"
            aria-label={words.collapse}
            data-testid="guide-collapse"
            onClick={() => onFold(true)}
          >
            –
          </button>
        </header>
        {body}
      </section>
      <button
        class="tab"
        type="button"
        aria-expanded="false"
        inert={!folded}
        data-testid="guide-expand"
        {...marks}
        onClick={() => onFold(false)}
      >
        <span class="tab-dot" aria-hidden="true">
          ↗
        </span>
        {progress === null ? null : <span class="tab-progress">{progress}</span>}
        <span class="tab-text">{summary}</span>
        <span class="visually-hidden">{words.expand}</span>
      </button>
    </>
  );
}
