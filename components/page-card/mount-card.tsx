import { render } from 'preact';
import styles from './page-card.css?inline';
import { type CardContent, type CardWords, PageCard } from './page-card.tsx';
import { isPlainlyVisible } from './plainly-visible.ts';

export interface MountedCard {
  readonly host: HTMLElement;
  /** null takes it off the page. */
  show(content: CardContent | null): void;
  /** Draws attention to an element of the page, without touching it. */
  ring(element: Element | null): void;
  remove(): void;
}

const ringMargin = 5;

/**
 * Puts the card into a page: a closed shadow root under a name that says nothing, in the browser's top layer, where the
 * page's styles, stacking and modal dialogs do not reach (nmbrs-ui.md §6.4).
 */
export function mountCard(page: Document, words: CardWords): MountedCard {
  const host = page.createElement(`c-${crypto.randomUUID().slice(0, 8)}`);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = page.createElement('style');
  sheet.textContent = styles;
  const ringBox = page.createElement('div');
  ringBox.className = 'ring';
  ringBox.hidden = true;
  const place = page.createElement('div');
  root.append(sheet, ringBox, place);
  host.setAttribute('popover', 'manual');
  let ringed: Element | null = null;

  const trusts = (event: MouseEvent) => event.target instanceof Element && isPlainlyVisible(host, event.target, event);
  const raise = () => {
    if (!host.isConnected) page.documentElement.append(host);
    const above = page.querySelectorAll(':popover-open, :modal').length > (host.matches(':popover-open') ? 1 : 0);
    if (above && host.matches(':popover-open')) host.hidePopover();
    if (!host.matches(':popover-open')) host.showPopover();
  };
  const placeRing = () => {
    const box = ringed?.isConnected ? ringed.getBoundingClientRect() : null;
    ringBox.hidden = !box || box.width === 0;
    if (!box) return;
    ringBox.style.left = `${box.left - ringMargin}px`;
    ringBox.style.top = `${box.top - ringMargin}px`;
    ringBox.style.width = `${box.width + 2 * ringMargin}px`;
    ringBox.style.height = `${box.height + 2 * ringMargin}px`;
  };
  addEventListener('scroll', placeRing, { capture: true, passive: true });
  addEventListener('resize', placeRing, { passive: true });

  return {
    host,
    show(content) {
      if (content === null) {
        render(null, place);
        if (host.isConnected) host.remove();
        return;
      }
      render(<PageCard content={content} words={words} trusts={trusts} />, place);
      raise();
    },
    ring(element) {
      if (element !== ringed) element?.scrollIntoView({ block: 'nearest' });
      ringed = element;
      placeRing();
    },
    remove() {
      removeEventListener('scroll', placeRing, { capture: true });
      removeEventListener('resize', placeRing);
      render(null, place);
      host.remove();
    },
  };
}
