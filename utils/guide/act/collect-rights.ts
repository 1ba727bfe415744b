import type { PermissionService } from '../../core/permissions/permission.ts';
import { scrollBoxOf } from '../locate/scroll-box.ts';
import type { RightRow } from '../read/rights.ts';
import { type Bench, until } from './bench.ts';

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
  let shown = namesOf(rowsNow());
  /** Whether other rows came after scrolling; they may come a little later. */
  const changes = async (): Promise<boolean> => {
    const before = shown;
    const changed = await until(bench, () => (namesOf(rowsNow()) === before ? null : true), 600);
    shown = namesOf(rowsNow());
    return changed === true;
  };
  scrollTo(box(), 0);
  await changes();
  for (let step = 0; step < mostSteps && !bench.stopped(); step += 1) {
    if (rowsNow().some(visit)) return;
    const at = box();
    if (at === null) return;
    scrollTo(at, at.scrollTop + Math.max(60, at.clientHeight * 0.7));
    if (await changes()) continue;
    // A list that shows the same wherever one is in it has no others, unless they are added at its end.
    const end = box();
    scrollTo(end, end?.scrollHeight ?? 0);
    if (await changes()) continue;
    return;
  }
}

function namesOf(rows: readonly RightRow[]): string {
  return rows.map(({ method }) => method).join();
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
