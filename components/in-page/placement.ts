import { type Box, overlap } from './box-of.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly left: number;
  readonly top: number;
  /** How many of the page's controls lie beneath. */
  readonly covers: number;
}

const margin = 12;

/**
 * Where something of a size lies over the fewest controls, and never over `target`: corners first, bottom right before all.
 * Takes and gives window pixels.
 */
export function findSpot(window: Size, size: Size, controls: readonly Box[], target: Box | null): Spot {
  const across = [window.width - size.width - margin, margin, (window.width - size.width) / 2];
  const down = [window.height - size.height - margin, margin, (window.height - size.height) / 2];
  const corners = [0, 1, 2].flatMap((first) => [0, 1, 2].map((second) => [first, second] as const));
  const order = corners.sort((one, other) => one[0] + one[1] - (other[0] + other[1]) || one[0] - other[0]);
  let best: Spot | null = null;
  for (const [x, y] of order) {
    const box = { left: Math.max(0, across[x] ?? 0), top: Math.max(0, down[y] ?? 0), ...size };
    const covers =
      controls.filter((control) => overlap(box, control)).length + (target && overlap(box, target) ? 1000 : 0);
    if (best === null || covers < best.covers) best = { left: box.left, top: box.top, covers };
    if (covers === 0) break;
  }
  return best ?? { left: margin, top: margin, covers: 0 };
}
