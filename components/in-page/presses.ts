import type { CardAction } from './card-message.tsx';

/**
 * What presses on the card come to: an action at a time, and only for a click that was the admin's own on a card that could
 * be seen. `changed` is called with every change of what the card has to show of it. Without preact's hooks, whose share of
 * the script on Javelo's pages would be a tenth.
 */
export function createPresses(trusts: (event: MouseEvent) => boolean, changed: () => void) {
  let busy = false;
  let covered = false;
  return {
    busy: () => busy,
    /** A real click came while the page hid or covered the card. */
    covered: () => covered,
    async press(event: MouseEvent, action: CardAction): Promise<void> {
      if (busy) return;
      covered = !trusts(event) && event.isTrusted;
      busy = trusts(event);
      changed();
      if (!busy) return;
      try {
        await action.act();
      } finally {
        busy = false;
        changed();
      }
    },
  };
}
