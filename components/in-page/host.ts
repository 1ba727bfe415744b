/** Our own place in somebody else's page. */
export interface InPageHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts it back on top of everything: the page may have opened a modal dialog or a popover, or thrown the element away. */
  keep(): void;
  remove(): void;
}

/** What the page must not be able to change, and what a popover has by itself otherwise. */
const own: Readonly<Record<string, string>> = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0',
  width: 'auto',
  height: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  overflow: 'visible',
  background: 'transparent',
  'pointer-events': 'none',
};

const keptFromPage = ['pointerdown', 'mousedown', 'touchstart', 'click', 'keydown', 'focusin'] as const;

/**
 * Makes an element with a closed shadow root that covers the window and lets every click through; only what is drawn in it
 * takes any. It is a popover, so it lies in the top layer: no z-index is above it, and `html{opacity:0}` does not hide it
 * (nmbrs-ui.md §6.4). It is not in the page before `keep` puts it there.
 */
export function createInPageHost(page: Document, css: string): InPageHost {
  const element = page.createElement(`x-${randomName()}`);
  element.popover = 'manual';
  for (const [name, value] of Object.entries(own)) element.style.setProperty(name, value, 'important');
  const root = element.attachShadow({ mode: 'closed' });
  addStyle(page, root, css);
  // Menus and windows of the page close when something beside them is pressed or gets the focus: the card is not beside them.
  for (const name of keptFromPage) element.addEventListener(name, (event) => event.stopPropagation());
  let below: ReadonlySet<Element> = new Set();

  const keep = (): void => {
    const above = [...page.querySelectorAll(':popover-open, :modal')].filter((each) => each !== element);
    // Everything outside a modal dialog is inert, so we move into it.
    const dialog = above.filter((each) => each.matches('dialog:modal')).at(-1);
    const parent = dialog ?? page.documentElement;
    if (element.parentNode !== parent) parent.append(element);
    // What was opened last lies on top, so we open again after whatever is new.
    if (above.some((each) => !below.has(each)) && element.matches(':popover-open')) element.hidePopover();
    if (!element.matches(':popover-open')) element.showPopover();
    below = new Set(above);
    const zoom = Number.parseFloat(getComputedStyle(page.documentElement).getPropertyValue('zoom')) || 1;
    if (element.dataset.zoom !== String(zoom)) {
      element.dataset.zoom = String(zoom);
      element.style.setProperty('zoom', String(1 / zoom), 'important');
    }
  };
  return { element, root, keep, remove: () => element.remove() };
}

/** A page with a strict style policy takes a constructed sheet; Firefox lets no extension make one, but judges this element by our own policy (nmbrs-ui.md §3.7). */
function addStyle(page: Document, root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = page.createElement('style');
    style.textContent = '';
    root.append(style);
    style.textContent = css;
  }
}

function randomName(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))]
    .map((byte) => (byte % 26) + 97)
    .map((code) => String.fromCharCode(code))
    .join('');
}
