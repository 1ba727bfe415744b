type WithDom = { readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };

const html = 'http://www.w3.org/1999/xhtml';
/** The only elements of HTML itself that can have a shadow root; asking every element would cost more than the whole look. */
const hosts = new Set(
  'div span section article aside main nav header footer p body h1 h2 h3 h4 h5 h6 blockquote'.split(' '),
);

const { dom } = (globalThis as typeof globalThis & { readonly chrome?: WithDom }).chrome ?? {};

/** The shadow root of an element, closed ones too: Chromium tells extensions by a call, Firefox by a property (nmbrs-ui.md §3.6). */
export function shadowRootOf(element: Element, tag: string): ShadowRoot | null {
  if (!hosts.has(tag) && !tag.includes('-')) return null;
  // Elements of a frame are instances of that frame's classes.
  if (dom && element.namespaceURI === html) return dom.openOrClosedShadowRoot(element);
  const firefox = element as Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
  return firefox.openOrClosedShadowRoot ?? element.shadowRoot;
}
