import { type Box, overlap } from './box-of.ts';
import { isOnTop } from './on-top.ts';
import type { Obstacle, Occupied } from './placement.ts';

type Root = Document | ShadowRoot;

const controls =
  'a[href],a[onclick],button,input:not([type=hidden]),select,textarea,summary,iframe,[onclick],[contenteditable=true],' +
  '[tabindex]:not([tabindex="-1"]),[role=button],[role=link],[role=tab],[role=switch],[role=checkbox],[role=radio],' +
  '[role=combobox],[role=option],[role=menuitem],[role=treeitem],[role=slider],[role=textbox]';
const rowKinds = 'tr,li,[role=row],[role=option],[role=treeitem]';
/** Whole pages are laid out as tables, too: what is higher than this is no row. */
const highestRow = 90;
/** What fills so much of the window is a part of the page, and can be pressed beside the card. */
const largestControl = 0.2;

/** A row of the page that was recognised, and what in it can be pressed. */
export interface KnownRow {
  readonly element: Element;
  readonly control: Element | null;
}

/**
 * What the page has in the window that can be pressed or written in, wherever it is: in frames of the same origin and in
 * shadow roots (`roots`), and not what lies under something else. `known` are rows that were recognised although nothing
 * marks them as such. One look's worth: the boxes are those of now, in window pixels. Whether something else of the page
 * lies above a control is only asked where the answer matters, since asking is what costs.
 */
export function readOccupied(
  page: Document,
  roots: readonly Root[],
  own: Element,
  target: Element | null,
  known: readonly KnownRow[],
): Occupied {
  const found = new Map<Element, Obstacle | null>();
  const window: Box = { left: 0, top: 0, width: page.documentElement.clientWidth, height: innerHeight };
  const most = window.width * window.height * largestControl;
  const boxes = createBoxes();
  const inWindow = (element: Element): Box | null => {
    const box = boxes(element);
    return box.width > 0 && box.height > 0 && overlap(box, window) ? box : null;
  };
  const obstacle = (element: Element, fits: (box: Box) => boolean): Obstacle | null => {
    const box = inWindow(element);
    if (!box || !fits(box)) return null;
    let answer: boolean | undefined;
    return {
      ...box,
      isReal(): boolean {
        answer ??= isOnTop(element, own);
        return answer;
      },
    };
  };
  const rows = new Map<Element, Obstacle | null>();
  const consider = (element: Element, row: Element | null = element.closest(rowKinds)): void => {
    if (found.has(element) || own.contains(element)) return;
    found.set(
      element,
      obstacle(element, ({ width, height }) => width * height <= most),
    );
    // A row counts although what is pressed in it is scrolled aside.
    if (row && !rows.has(row))
      rows.set(
        row,
        obstacle(row, ({ height }) => height <= highestRow),
      );
  };
  for (const { element, control } of known) if (control) consider(control, element);
  for (const root of roots) {
    for (const element of root.querySelectorAll(controls)) consider(element);
    for (const element of drawnAsControls(root, inWindow)) consider(element);
  }
  const there = (all: Iterable<Obstacle | null>) => [...all].filter((each) => each !== null);
  return { target: target && boxes(target), controls: there(found.values()), rows: there(rows.values()) };
}

/** Boxes in the window; where a frame lies is found out once. */
function createBoxes(): (element: Element) => Box {
  const origins = new Map<Document, { readonly left: number; readonly top: number }>();
  const originOf = (page: Document): { readonly left: number; readonly top: number } => {
    const known = origins.get(page);
    if (known) return known;
    const frame = page.defaultView?.frameElement;
    let origin = { left: 0, top: 0 };
    if (frame) {
      const { left, top } = frame.getBoundingClientRect();
      const outer = originOf(frame.ownerDocument);
      origin = { left: outer.left + left + frame.clientLeft, top: outer.top + top + frame.clientTop };
    }
    origins.set(page, origin);
    return origin;
  };
  return (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const origin = originOf(element.ownerDocument);
    return { left: left + origin.left, top: top + origin.top, width, height };
  };
}

/** Toolkits make controls of anything; the hand under the mouse is what tells. */
function* drawnAsControls(root: Root, inWindow: (element: Element) => Box | null): Iterable<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element.firstElementChild !== null || !inWindow(element)) continue;
    if (!isPointer(element) || element.closest(controls)) continue;
    let around = element;
    while (around.parentElement && isPointer(around.parentElement)) around = around.parentElement;
    yield around;
  }
}

function isPointer(element: Element): boolean {
  return getComputedStyle(element).cursor === 'pointer';
}
