import type { PermissionService } from '../../core/permissions/permission.ts';
import { scrollBoxOf } from '../locate/scroll-box.ts';
import type { RightRow } from '../read/rights.ts';
import { type Bench, pause, until } from './bench.ts';

const mostSteps = 80;

/**
 * Walks through the list of a service by scrolling, since some pages draw only what is in view, and shows every row to
 * `visit` as it is met. Stops when `visit` gives true, at the end of the list, or when the list is no longer there.
 */
export async function walkRights(
  bench: Bench,
  service: PermissionService,
  visit: (row: RightRow) => boolean,
): Promise<void> {
  const rowsNow = () => bench.look().rights.rows.filter((row) => row.service === service);
  const first = await until(bench, () => rowsNow()[0] ?? null, 6_000);
  if (first === null) return;
  if (rowsNow().some(visit)) return;
  const box = () => {
    const row = rowsNow()[0];
    return row ? scrollBoxOf(row.element) : null;
  };
  scrollTo(box(), 0);
  for (let step = 0; step < mostSteps && !bench.stopped(); step += 1) {
    await pause(90);
    if (rowsNow().some(visit)) return;
    const at = box();
    if (at === null || at.scrollTop + at.clientHeight >= at.scrollHeight - 4) {
      // A list that grows as one scrolls may just be growing.
      await pause(250);
      const grown = box();
      if (rowsNow().some(visit) || grown === null || grown.scrollTop + grown.clientHeight >= grown.scrollHeight - 4)
        return;
    }
    const next = box();
    scrollTo(next, (next?.scrollTop ?? 0) + Math.max(60, (next?.clientHeight ?? 0) * 0.7));
  }
}

function scrollTo(box: Element | null, top: number): void {
  if (box) box.scrollTop = top;
}

/** Every method of a service with its state, as far as the page shows it. */
export async function collectRights(bench: Bench, service: PermissionService): Promise<readonly RightRow[]> {
  const met = new Map<string, RightRow>();
  await walkRights(bench, service, (row) => {
    met.set(row.method, row);
    return false;
  });
  return [...met.values()];
}
