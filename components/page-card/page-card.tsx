import { useState } from 'preact/hooks';

export interface CardAction {
  readonly label: string;
  readonly kind: 'primary' | 'plain';
  act(): void | Promise<void>;
}

/** What the card in a web page says; every text is text, whoever wrote it. */
export interface CardContent {
  readonly title: string;
  readonly text: string;
  /** A smaller second sentence. */
  readonly note?: string;
  readonly tone: 'info' | 'good' | 'bad';
  readonly actions: readonly CardAction[];
  /** Out of the way of what the ring is around. */
  readonly side?: 'right' | 'left';
}

export interface CardWords {
  readonly brand: string;
  readonly fold: string;
  readonly unfold: string;
  /** Said when a click came while the page hid or covered the card. */
  readonly covered: string;
}

interface PageCardProps {
  readonly content: CardContent;
  readonly words: CardWords;
  /** Whether a click was the admin's own, on a card that could be seen. */
  readonly trusts: (event: MouseEvent) => boolean;
}

/** The companion's card in Nmbrs' and Javelo's pages. It never shows a secret, and acts on nothing but a seen click. */
export function PageCard({ content, words, trusts }: PageCardProps) {
  const [folded, setFolded] = useState(false);
  const [covered, setCovered] = useState(false);
  const [busy, setBusy] = useState(false);
  const press = async (event: MouseEvent, action: CardAction) => {
    if (busy) return;
    if (!trusts(event)) return setCovered(event.isTrusted);
    setCovered(false);
    setBusy(true);
    try {
      await action.act();
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class={`card ${content.tone} ${content.side ?? 'right'}`} aria-label={words.brand}>
      <div class="brand">
        <span>{words.brand}</span>
        <button class="fold" type="button" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {folded ? words.unfold : words.fold}
        </button>
      </div>
      {folded ? null : (
        <div aria-live="polite">
          <h2>{content.title}</h2>
          <p>{content.text}</p>
          {content.note ? <p class="note">{content.note}</p> : null}
          {covered ? <p class="warning">{words.covered}</p> : null}
          <div class="actions">
            {content.actions.map((action) => (
              <button
                key={action.label}
                class={`action ${action.kind}`}
                type="button"
                disabled={busy}
                onClick={(event) => void press(event, action)}
              >
                {action.label}
              </button>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}
