import { type CardContent, CardMessage } from './card-message.tsx';
import { type CardShell, createCardShell } from './card-shell.tsx';

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
  return {
    host: shell.host,
    remove: shell.remove,
    show(content, ring) {
      if (content === null) return shell.show(null);
      const body = <CardMessage content={content} coveredText={words.covered} trusts={shell.trusts} />;
      const spoken = `${content.title}. ${content.text}`;
      shell.show({
        summary: content.title,
        spoken,
        progress: null,
        body,
        target: ring,
        soft: false,
        roots: [page],
        known: [],
      });
    },
  };
}
