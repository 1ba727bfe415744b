import { useState } from 'preact/hooks';

export interface CardAction {
  readonly label: string;
  readonly kind: 'primary' | 'plain';
  act(): void | Promise<void>;
}

/** What the card says on one page; every text is text, whoever wrote it. */
export interface CardContent {
  readonly title: string;
  readonly text: string;
  /** A smaller second sentence. */
  readonly note?: string;
  readonly tone: 'info' | 'good' | 'bad';
  readonly actions: readonly CardAction[];
}

interface CardMessageProps {
  readonly content: CardContent;
  /** Said when a click came while the page hid or covered the card. */
  readonly coveredText: string;
  /** Whether a click was the admin's own, on a card that could be seen. */
  readonly trusts: (event: MouseEvent) => boolean;
}

/** A title, a sentence and what can be done. It never shows a secret, and acts on nothing but a seen click. */
export function CardMessage({ content, coveredText, trusts }: CardMessageProps) {
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
    <div class={`message ${content.tone}`}>
      <h3>{content.title}</h3>
      <p>{content.text}</p>
      {content.note ? <p class="soft">{content.note}</p> : null}
      {covered ? <p class="warning">{coveredText}</p> : null}
      {content.actions.length === 0 ? null : (
        <div class="actions">
          {content.actions.map((action) => (
            <button
              key={action.label}
              class={action.kind === 'primary' ? 'primary' : undefined}
              type="button"
              disabled={busy}
              data-testid="card-action"
              onClick={(event) => void press(event, action)}
            >
              {action.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
