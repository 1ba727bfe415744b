export type Root = Document | ShadowRoot;

/** Gives the shadow root of an element, also a closed one where the browser lets an extension see it. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** The page in an embedded frame of the same origin; null for every other frame. */
export function framedDocument(element: Element): Document | null {
  if (element.localName !== 'iframe') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}
