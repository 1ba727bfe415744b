const asDrawn = { visibilityProperty: true } as const;

/** Whether an element is drawn: neither it nor anything around it is hidden. Being scrolled out of view does not count as hidden. */
export function isVisible(element: Element): boolean {
  if (typeof element.checkVisibility === 'function') {
    return element.checkVisibility(asDrawn);
  }
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (at.hasAttribute('hidden') || /display:\s*none|visibility:\s*hidden/.test(at.getAttribute('style') ?? '')) {
      return false;
    }
  }
  return element.isConnected;
}
