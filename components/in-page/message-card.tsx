import { type CardContent, CardMessage } from './card-message.tsx';
import { type CardShell, createCardShell } from './card-shell.tsx';
import { createPresses } from './presses.ts';

export interface MessageWords {
  readonly brand: string;
  readonly fold: string;
  readonly unfold: string;
  readonly move: string;
  readonly covered: string;
}

export interface MessageCard extends Pick<CardShell, 'host' | 'remove'> {
  /** Says something and draws attention to an element of the page, without touching it; null takes the card away. */
  show(content: CardContent | null, ring: Element | null): void;
}

/** The card in Javelo's pages and in the connection flow: one message at a time. */
export function createMessageCard(page: Document, words: MessageWords): MessageCard {
  const frame = {
    label: words.brand,
    title: words.brand,
    collapse: words.fold,
    expand: words.unfold,
    move: words.move,
  };
  const shell = createCardShell(page, frame);
  let content: CardContent | null = null;
  let ring: Element | null = null;
  const draw = (): void => {
    if (content === null) {
      shell.show(null);
      return;
    }
    const { title, text } = content;
    const warning = presses.covered() ? words.covered : null;
    shell.show({
      summary: title,
      spoken: warning ?? `${title}. ${text}`,
      progress: null,
      body: (
        <CardMessage
          content={content}
          warning={warning}
          busy={presses.busy()}
          onPress={(event, action) => void presses.press(event, action)}
        />
      ),
      target: ring,
      soft: false,
      roots: [page],
      known: [],
    });
  };
  const presses = createPresses(shell.trusts, draw);
  return {
    host: shell.host,
    remove: shell.remove,
    show(next, target) {
      [content, ring] = [next, target];
      draw();
    },
  };
}
