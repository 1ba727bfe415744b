import { boxOf } from './box-of.ts';

const gap = 4;

/** A ring around one element of the page. It takes no clicks and hides nothing. */
export function createRing(root: ShadowRoot) {
  const ring = root.ownerDocument.createElement('div');
  ring.className = 'ring';
  ring.hidden = true;
  root.append(ring);
  let around: Element | null = null;

  const draw = (): void => {
    const box = around?.isConnected ? boxOf(around) : null;
    ring.hidden = box === null || box.width === 0 || box.height === 0;
    if (box === null || ring.hidden) return;
    const wanted = {
      left: box.left - gap,
      top: box.top - gap,
      width: box.width + 2 * gap,
      height: box.height + 2 * gap,
    };
    move(wanted);
    // Pages that are zoomed measure in other pixels than they draw in: what counts is where the ring came to lie.
    const drawn = ring.getBoundingClientRect();
    const scale = drawn.width / wanted.width;
    if (Math.abs(scale - 1) > 0.02 || Math.abs(drawn.left - wanted.left) > 2) {
      move({
        left: wanted.left / scale,
        top: wanted.top / scale,
        width: wanted.width / scale,
        height: wanted.height / scale,
      });
    }
  };
  const move = (box: { left: number; top: number; width: number; height: number }): void => {
    for (const side of ['left', 'top', 'width', 'height'] as const) ring.style[side] = `${box[side]}px`;
  };

  return {
    /** Points at an element; brings it into view when it is not. Null = at nothing. `soft` = it is only likely to be the one. */
    point(element: Element | null, soft: boolean): void {
      if (element !== around && element) bringIntoView(element);
      around = element;
      ring.classList.toggle('soft', soft);
      draw();
    },
    draw,
  };
}

function bringIntoView(element: Element): void {
  const { top, left, width, height } = boxOf(element);
  const { innerWidth, innerHeight } = window;
  const seen =
    top >= 0 &&
    left >= 0 &&
    top + Math.min(height, innerHeight) <= innerHeight &&
    left + Math.min(width, innerWidth) <= innerWidth;
  if (!seen) element.scrollIntoView({ block: 'center', inline: 'nearest' });
}
