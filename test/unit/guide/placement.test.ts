import fc from 'fast-check';
import { it } from 'vitest';
import { overlap } from '../../../components/in-page/box-of.ts';
import { findSpot } from '../../../components/in-page/placement.ts';

const size = { width: 320, height: 300 };
const screen = { width: 1280, height: 900 };
const box = fc.record({
  left: fc.integer({ min: 0, max: 1200 }),
  top: fc.integer({ min: 0, max: 860 }),
  width: fc.integer({ min: 1, max: 200 }),
  height: fc.integer({ min: 1, max: 60 }),
});

it('covers nothing where there is room, and says how much where there is none', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 40 }), (controls) => {
      const spot = findSpot(screen, size, controls, null);
      const covered = controls.filter((control) => overlap(control, { ...spot, ...size })).length;
      return covered === spot.covers && spot.left >= 0 && spot.top >= 0;
    }),
  );
});

it('never lies over what it points at while another place is left', () => {
  fc.assert(
    fc.property(box, (target) => {
      const spot = findSpot(screen, size, [], target);
      return !overlap(target, { ...spot, ...size });
    }),
  );
});
