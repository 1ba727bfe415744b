import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, overlap } from '../../../components/in-page/box-of.ts';
import {
  chooseForm,
  findSpot,
  lookAt,
  margin,
  type Occupied,
  type Point,
  type Size,
} from '../../../components/in-page/placement.ts';

// From a phone's width to a wide screen; a page at 200 % is a window half as wide.
const windows = fc.record({ width: fc.integer({ min: 320, max: 1280 }), height: fc.integer({ min: 360, max: 900 }) });
const cards = fc.record({ width: fc.integer({ min: 200, max: 296 }), height: fc.integer({ min: 100, max: 330 }) });
const box = fc.record({
  left: fc.integer({ min: -100, max: 1280 }),
  top: fc.integer({ min: -100, max: 900 }),
  width: fc.integer({ min: 1, max: 400 }),
  height: fc.integer({ min: 1, max: 60 }),
});
const boxes = fc.array(box, { maxLength: 40 });
const point = fc.record({ left: fc.integer({ min: 0, max: 1280 }), top: fc.integer({ min: 0, max: 900 }) });
const occupied = (controls: readonly Box[], rows: readonly Box[] = [], target: Box | null = null): Occupied => ({
  target,
  controls,
  rows,
});
const bottomRight: Point = { left: 1280, top: 900 };

const isInside = (window: Size, { left, top }: Point, size: Size): boolean =>
  left >= 0 && top >= 0 && left + size.width <= window.width && top + size.height <= window.height;

describe('where the card stands', () => {
  it('is wholly in the window, at one of its edges', () => {
    fc.assert(
      fc.property(windows, cards, boxes, point, (window, size, controls, wish) => {
        const spot = findSpot(window, size, occupied(controls), wish, null);
        expect(isInside(window, spot, size)).toBe(true);
        const gaps = [
          spot.left,
          spot.top,
          window.width - spot.left - size.width,
          window.height - spot.top - size.height,
        ];
        expect(Math.min(...gaps)).toBeLessThanOrEqual(margin);
      }),
    );
  });

  it('is told truly', () => {
    fc.assert(
      fc.property(windows, cards, boxes, boxes, box, (window, size, controls, rows, target) => {
        const spot = findSpot(window, size, occupied(controls, rows, target), bottomRight, null);
        const beneath = (all: readonly Box[]) => all.filter((each) => overlap(each, { ...spot, ...size })).length;
        expect(spot.covers).toEqual({
          controls: beneath(controls),
          rows: beneath(rows),
          target: beneath([target]) === 1,
        });
        expect(spot.free).toBe(beneath([...controls, ...rows, target]) === 0);
      }),
    );
  });

  it('covers nothing wherever one edge has room for it', () => {
    fc.assert(
      fc.property(
        windows,
        cards,
        boxes,
        fc.constantFrom('left', 'right'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (window, size, controls, side, share) => {
          // Room is kept free, one step longer than the card, anywhere along a side.
          const height = size.height + margin;
          const room = {
            left: side === 'left' ? 0 : window.width - size.width - margin,
            top: Math.floor(margin + share * Math.max(0, window.height - 2 * margin - height)),
            width: size.width + margin,
            height,
          };
          const around = controls.filter((each) => !overlap(each, room));
          expect(findSpot(window, size, occupied(around), bottomRight, null).free).toBe(true);
        },
      ),
    );
  });

  it('is never over what is to be clicked while any edge has another place', () => {
    fc.assert(
      fc.property(windows, cards, boxes, box, (window, size, controls, target) => {
        const spot = findSpot(window, size, occupied(controls, [], target), bottomRight, null);
        const corners = [margin, window.width - size.width - margin].flatMap((left) =>
          [margin, window.height - size.height - margin].map((top) => ({ left, top })),
        );
        const escapes = corners.some(
          (corner) => isInside(window, corner, size) && !overlap(target, { ...corner, ...size }),
        );
        expect(spot.covers.target && escapes).toBe(false);
      }),
    );
  });

  it('stays the same while nothing comes to lie beneath it, whatever else moves', () => {
    fc.assert(
      fc.property(windows, cards, boxes, boxes, point, (window, size, before, after, wish) => {
        const first = findSpot(window, size, occupied(before), wish, null);
        const moved = after.filter((each) => !overlap(each, { ...first, ...size }));
        const second = findSpot(window, size, occupied(moved), wish, first);
        expect([second.left, second.top]).toEqual([first.left, first.top]);
      }),
    );
  });

  it('is the free one nearest to where the admin put it', () => {
    const window = { width: 1280, height: 900 };
    const size = { width: 320, height: 300 };
    expect(findSpot(window, size, occupied([]), { left: 0, top: 900 }, null)).toMatchObject({ left: 12, top: 588 });
    expect(findSpot(window, size, occupied([]), { left: 1280, top: 0 }, null)).toMatchObject({ left: 948, top: 12 });
  });
});

describe('which form the card has', () => {
  const forms = [
    { name: 'card', folded: false, size: () => ({ width: 320, height: 300 }) },
    { name: 'brief', folded: false, size: () => ({ width: 256, height: 150 }) },
    { name: 'line', folded: true, size: () => ({ width: 260, height: 36 }) },
    { name: 'dot', folded: true, size: () => ({ width: 36, height: 36 }) },
  ];
  const choose = (window: Size, what: Occupied) => chooseForm(window, forms, what, bottomRight, () => null);

  it('is the first that covers nothing; a smaller one only where all before it would', () => {
    fc.assert(
      fc.property(windows, boxes, boxes, (window, controls, rows) => {
        const chosen = choose(window, occupied(controls, rows));
        if (!chosen?.spot.free) return;
        for (const form of forms.slice(0, forms.indexOf(chosen.form)))
          expect(findSpot(window, form.size(), occupied(controls, rows), bottomRight, null).free).toBe(false);
      }),
    );
  });

  it('covers no control as long as any form has a place without one', () => {
    fc.assert(
      fc.property(windows, boxes, boxes, box, (window, controls, rows, target) => {
        const what = occupied(controls, rows, target);
        const chosen = choose(window, what);
        const dot = findSpot(window, { width: 36, height: 36 }, what, bottomRight, null);
        if (dot.covers.controls > 0 || dot.covers.target) return;
        expect(chosen?.spot.covers).toMatchObject({ controls: 0, target: false });
      }),
    );
  });

  it('folds, beside the switches, where rows fill the whole window', () => {
    const window = { width: 640, height: 450 };
    const rows = Array.from({ length: 15 }, (_, at) => ({ left: 0, top: at * 30, width: 640, height: 30 }));
    const switches = rows.map(({ top }) => ({ left: 580, top: top + 4, width: 40, height: 22 }));
    const chosen = choose(window, occupied(switches, rows));
    expect(chosen?.form.name).toBe('line');
    expect(chosen && lookAt(chosen.spot, chosen.size, occupied(switches)).free).toBe(true);
  });
});
