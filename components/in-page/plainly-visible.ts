/**
 * Whether the admin saw what was clicked (nmbrs-ui.md §6.4, DOM-based clickjacking): a real click, on a host that the
 * page neither made transparent nor moved, filtered or cut, with nothing of the page over it, not even something that
 * lets clicks through. What a closed shadow root of the page paints over it cannot be seen from here.
 */
export function isPlainlyVisible(host: HTMLElement, target: Element, event: MouseEvent): boolean {
  if (!event.isTrusted || !host.isConnected) return false;
  const box = target.getBoundingClientRect();
  const point = event.detail === 0 ? centre(box) : { x: event.clientX, y: event.clientY };
  return (
    isUntouched(host) && host.ownerDocument.elementFromPoint(point.x, point.y) === host && !isPaintedOver(host, box)
  );
}

function centre(box: DOMRect): { x: number; y: number } {
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

function isUntouched(host: HTMLElement): boolean {
  for (let at: Element | null = host; at !== null; at = at.parentElement) {
    const style = getComputedStyle(at);
    const plain =
      Number(style.opacity) > 0.99 &&
      style.visibility === 'visible' &&
      isNone(style.transform) &&
      isNone(style.translate) &&
      isNone(style.rotate) &&
      isNone(style.scale) &&
      isNone(style.filter) &&
      isNone(style.clipPath) &&
      isNone(style.maskImage) &&
      (style.mixBlendMode === '' || style.mixBlendMode === 'normal');
    if (!plain) return false;
  }
  return true;
}

function isNone(value: string | undefined): boolean {
  return value === undefined || value === '' || value === 'none';
}

/** Hit tests pass through what has `pointer-events: none`; it may show other words where our button is. */
function isPaintedOver(host: HTMLElement, box: DOMRect): boolean {
  return [...host.ownerDocument.querySelectorAll('*')].some((other) => {
    if (other === host || other.contains(host)) return false;
    const rect = other.getBoundingClientRect();
    const apart =
      rect.width === 0 ||
      rect.right <= box.left ||
      rect.left >= box.right ||
      rect.bottom <= box.top ||
      rect.top >= box.bottom;
    if (apart) return false;
    const style = getComputedStyle(other);
    // Only what may lie above a popover: another one, a modal dialog, or anything fullscreen.
    return style.pointerEvents === 'none' && other.matches(':popover-open, :modal, :popover-open *, :modal *');
  });
}
