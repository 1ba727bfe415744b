import type { Random } from '../sandbox/people/random.ts';

/** What happens to a small company's people between two synchronisations. */
export function drawChange(random: Random) {
  return { hire: random.int(0, 4), leave: random.int(0, 3), change: random.int(0, 8), seed: random.int(1, 1_000_000) };
}
