/** An element the guide means, and how sure it is (nmbrs-ui.md §5.4). Holds an element: for one look only. */
export interface Located {
  readonly element: Element;
  /** 0–1. */
  readonly confidence: number;
  /** What the page itself calls it, for quoting; empty where it has no words. */
  readonly words: string;
}

/** From here on the exact element is pointed at, and may be clicked when the admin asks for it. */
export const sure = 0.85;
/** From here on it is pointed at with a question mark. */
export const likely = 0.65;
