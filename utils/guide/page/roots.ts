export type Root = Document | ShadowRoot;

/** Gives the shadow root of an element, also a closed one where the browser lets an extension see it. */
export type ShadowRootOf = (element: Element, tag: string) => ShadowRoot | null;

/** Around a node, out of shadow roots too. Frames have classes of their own, so `instanceof` would not know theirs. */
export function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}

/** The page in an embedded frame of the same origin; null for every other frame. */
export function framedDocument(element: Element): Document | null {
  if (element.localName !== 'iframe') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}
