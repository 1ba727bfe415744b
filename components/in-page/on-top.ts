type Root = Document | ShadowRoot;

/** Near the edges: of what is half scrolled away only the rest can be pressed. */
const inset = 3;

/** Whether some point of an element can be pressed, with `own` thought away: nothing else of the page lies over all of it. */
export function isOnTop(element: Element, own: Element): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  if (isHit(element, x, y, own)) return true;
  const others = [
    [x, top + inset],
    [x, bottom - inset],
    [left + inset, y],
    [right - inset, y],
  ] as const;
  return others.some((point) => isHit(element, ...point, own));
}

function isHit(element: Element, x: number, y: number, own: Element): boolean {
  const hit = topmost(element.getRootNode() as Root, x, y, own);
  if (hit === null || !element.contains(hit)) return false;
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return true;
  const outer = frame.getBoundingClientRect();
  return isHit(frame, x + outer.left + frame.clientLeft, y + outer.top + frame.clientTop, own);
}

function topmost(root: Root, x: number, y: number, own: Element): Element | null {
  const hit = root.elementFromPoint(x, y);
  if (hit !== own) return hit;
  return root.elementsFromPoint(x, y).find((each) => each !== own) ?? null;
}
