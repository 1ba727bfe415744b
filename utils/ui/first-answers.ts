import { background } from '../messaging/background-client.ts';
import type { MessageName, ResponseOf } from '../messaging/contract.ts';

/** What stands above every page, or says where an empty one leads: it would push the page about if it came later. */
const names = ['demo.get', 'health.get', 'connection.get'] as const satisfies readonly MessageName[];
type FirstName = (typeof names)[number];

const answers = new Map<FirstName, unknown>();

/** Asks before anything is drawn, and waits for so long at most: a background that takes its time must not keep the page away. */
export async function askFirst(patienceMs: number): Promise<void> {
  const all = names.map(async (name) => {
    answers.set(name, await background(name, null));
  });
  // Without an answer the page asks again, and says why there is none.
  await Promise.race([Promise.allSettled(all), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}

/** What was answered before the page was drawn; null = nothing yet. */
export function firstAnswer<N extends FirstName>(name: N): ResponseOf<N> | null {
  return (answers.get(name) as ResponseOf<N> | undefined) ?? null;
}
