/** A frame over the whole page, as Javelo's connection flow is shown (javelo-scim.md §4). */
export interface FillingFrame {
  readonly origin: string;
  readonly host: string;
}

/** The topmost visible frame that fills the window and comes from elsewhere; null where there is none. */
export function fillingFrame(page: Document): FillingFrame | null {
  const frames = [...page.querySelectorAll('iframe')].reverse();
  const frame = frames.find((each) => each.checkVisibility() && fillsWindow(each) && isForeign(each.src));
  if (!frame) return null;
  const { origin, hostname } = new URL(frame.src);
  return { origin, host: hostname };
}

function fillsWindow(frame: HTMLIFrameElement): boolean {
  const { width, height } = frame.getBoundingClientRect();
  return width >= innerWidth * 0.8 && height >= innerHeight * 0.8;
}

function isForeign(address: string): boolean {
  return /^https?:/.test(address) && new URL(address).origin !== location.origin;
}
