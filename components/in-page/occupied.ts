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
/** How far outside of the window a recognised row is no longer looked into: more than anything in it sticks out. */
const outside = 100;
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
    if (found.has(element)) return;
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
  const wide = {
    left: -outside,
    top: -outside,
    width: window.width + 2 * outside,
    height: window.height + 2 * outside,
  };
  // Most rows of a long list are scrolled aside, and so is all that is in them.
  const aside = new Set<Element>([own]);
  const isAside = (element: Element): boolean => {
    const box = boxes(element);
    return box.width > 0 && box.height > 0 && !overlap(box, wide);
  };
  for (const { element, control } of known) {
    if (isAside(element)) aside.add(element);
    if (control && !(aside.has(element) && element.contains(control))) consider(control, element);
  }
  /** Toolkits make controls of anything; then the hand under the mouse is what tells. */
  const visit = (element: Element, inControl: boolean): void => {
    if (aside.has(element)) return;
    const isControl = element.matches(controls);
    if (isControl) consider(element);
    if (element.firstElementChild !== null) visitIn(element, inControl || isControl);
    else if (!inControl && !isControl && inWindow(element) && isPointer(element)) consider(outermostPointer(element));
  };
  const visitIn = (around: Element | Root, inControl: boolean): void => {
    for (let child = around.firstElementChild; child !== null; child = child.nextElementSibling)
      visit(child, inControl);
  };
  for (const root of roots) visitIn(root, false);
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

/** A hand is inherited: what has it first is what can be pressed. */
function outermostPointer(element: Element): Element {
  let around = element;
  while (around.parentElement && isPointer(around.parentElement)) around = around.parentElement;
  return around;
}

function isPointer(element: Element): boolean {
  return getComputedStyle(element).cursor === 'pointer';
}
