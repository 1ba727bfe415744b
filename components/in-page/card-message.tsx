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
  /** Said because a click came while the page hid or covered the card; null = it did not. */
  readonly warning: string | null;
  readonly busy: boolean;
  readonly onPress: (event: MouseEvent, action: CardAction) => void;
}

/** A title, a sentence and what can be done. It never shows a secret. */
export function CardMessage({ content, warning, busy, onPress }: CardMessageProps) {
  return (
    <div class={`message ${content.tone}`}>
      <h3>{content.title}</h3>
      <p>{content.text}</p>
      {content.note ? <p class="soft">{content.note}</p> : null}
      {warning === null ? null : <p class="warning">{warning}</p>}
      {content.actions.length === 0 ? null : (
        <div class="actions">
          {content.actions.map((action) => (
            <button
              key={action.label}
              class={action.kind === 'primary' ? 'primary' : undefined}
              type="button"
              disabled={busy}
              data-testid="card-action"
              onClick={(event) => onPress(event, action)}
            >
              {action.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
