import { type Box, overlap } from './box-of.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly left: number;
  readonly top: number;
}

export interface Obstacle extends Box {
  /** Whether it is really there to be pressed, and not under something else of the page; absent = it is. */
  isReal?(): boolean;
}

/** What lies in the window that the card has to leave free, in window pixels. */
export interface Occupied {
  /** What the admin is to click. */
  readonly target: Box | null;
  /** Switches, cogs, buttons, links and fields. */
  readonly controls: readonly Obstacle[];
  /** Whole rows that have a control in them: what the switch says belongs to it. */
  readonly rows: readonly Obstacle[];
}

export interface Spot extends Point {
  /** How much of what is occupied lies beneath. */
  readonly covers: { readonly target: boolean; readonly controls: number; readonly rows: number };
  /** Nothing of it does. */
  readonly free: boolean;
}

/** How far from the window's edges the card stands. */
export const margin = 12;
const step = 12;

/**
 * Where something of a size stands, docked to one of the window's edges: over as little as possible, the target before all,
 * then controls, then rows; of equal spots the one nearest to `wish`. Where it stands at `present` it stays as long as it
 * covers nothing there, so that it does not wander while the page scrolls. Takes and gives window pixels.
 */
export function findSpot(window: Size, size: Size, occupied: Occupied, wish: Point, present: Point | null): Spot {
  const stays = present && lookAt(within(window, size, present), size, occupied);
  if (stays?.free) return stays;
  let best: Spot | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const point of docks(window, size)) {
    const spot = lookAt(point, size, occupied);
    const price = cost(spot) + distance(point, wish) / 1e5;
    if (price < least) [best, least] = [spot, price];
  }
  return best ?? lookAt(within(window, size, wish), size, occupied);
}

/** A form of the card: how large it is, and whether it is the folded one. */
export interface Form<Name extends string = string> {
  readonly name: Name;
  readonly folded: boolean;
  size(): Size;
}

/**
 * The first form, largest first, that has a place where it covers nothing. A folded one may lie over a row beside its
 * control; where even that finds no place, the form that covers least.
 */
export function chooseForm<F extends Form>(
  window: Size,
  forms: readonly F[],
  occupied: Occupied,
  wish: Point,
  present: (size: Size) => Point | null,
): { readonly form: F; readonly size: Size; readonly spot: Spot } | null {
  const tried: { form: F; size: Size; spot: Spot }[] = [];
  for (const form of forms) {
    const size = form.size();
    const spot = findSpot(window, size, occupied, wish, present(size));
    tried.push({ form, size, spot });
    if (spot.free) break;
  }
  const free = tried.find(({ spot }) => spot.free);
  const beside = tried.find(({ form, spot }) => form.folded && !spot.covers.target && spot.covers.controls === 0);
  return free ?? beside ?? tried.sort((one, other) => cost(one.spot) - cost(other.spot))[0] ?? null;
}

/** The nearest place that is wholly in the window. */
export function within(window: Size, size: Size, { left, top }: Point): Point {
  const limit = (at: number, room: number) => Math.max(0, Math.min(at, Math.max(margin, room - margin)));
  return { left: limit(left, window.width - size.width), top: limit(top, window.height - size.height) };
}

/** All places along the four edges, in steps. */
function* docks(window: Size, size: Size): Iterable<Point> {
  const right = Math.max(0, window.width - size.width - margin);
  const bottom = Math.max(0, window.height - size.height - margin);
  const [nearLeft, nearTop] = [Math.min(margin, right), Math.min(margin, bottom)];
  for (let top = bottom; top >= nearTop; top -= step) {
    yield { left: right, top };
    yield { left: nearLeft, top };
  }
  for (let left = right; left >= nearLeft; left -= step) {
    yield { left, top: bottom };
    yield { left, top: nearTop };
  }
}

/** What lies beneath something of a size at a point. */
export function lookAt(point: Point, size: Size, { target, controls, rows }: Occupied): Spot {
  const box = { ...point, ...size };
  const beneath = (all: readonly Obstacle[]) =>
    all.reduce((count, each) => count + Number(overlap(box, each) && each.isReal?.() !== false), 0);
  const covers = {
    target: target !== null && overlap(box, target),
    controls: beneath(controls),
    rows: beneath(rows),
  };
  return { ...point, covers, free: !covers.target && covers.controls + covers.rows === 0 };
}

function cost({ covers: { target, controls, rows } }: Spot): number {
  return (target ? 1e6 : 0) + controls * 1e3 + rows;
}

function distance(one: Point, other: Point): number {
  return Math.abs(one.left - other.left) + Math.abs(one.top - other.top);
}
