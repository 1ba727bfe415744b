/** What scrolls the list an element is in: the nearest box around it with more in it than it shows, else the page. */
export function scrollBoxOf(element: Element): Element | null {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight + 8 && at.clientHeight > 40) {
      const { overflowY } = getComputedStyle(at);
      if (overflowY === 'auto' || overflowY === 'scroll') return at;
    }
  }
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return host ? scrollBoxOf(host) : element.ownerDocument.scrollingElement;
}
