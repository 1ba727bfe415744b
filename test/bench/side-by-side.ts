/** Something that is timed beside others on the same work. */
export type Contestant = () => Promise<unknown>;

const warmUps = 1;
const rounds = 5;

/**
 * Runs all contestants in turn, A B C A B C …, so that a machine that slows down slows all of them; the first round warms up
 * and is not counted. Gives each one's median in ms.
 */
export async function sideBySide<Name extends string>(
  contestants: Readonly<Record<Name, Contestant>>,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(contestants) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const name of names) {
      const startedAt = performance.now();
      await contestants[name]();
      if (round >= warmUps) times.get(name)?.push(performance.now() - startedAt);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

/** Two figures of precision after the point where it matters, none where it does not. */
export function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
