import type { PermissionService } from '../../core/permissions/permission.ts';
import { scrollBoxOf } from '../locate/scroll-box.ts';
import { methodsOf } from '../read/catalogue.ts';
import { methodKey } from '../read/method-name.ts';
import type { RightRow } from '../read/rights.ts';
import { type Bench, until } from './bench.ts';

const mostSteps = 80;

/**
 * Walks through the list of a service by scrolling, since some pages draw only what is in view, and shows the rows that
 * are drawn to `visit`, place by place. Stops when `visit` gives true, at the end of the list, or when it is gone.
 */
export async function walkRights(
  bench: Bench,
  service: PermissionService,
  visit: (rows: readonly RightRow[]) => boolean,
): Promise<void> {
  const rowsNow = () => bench.look().rights.rows.filter((row) => row.service === service);
  const first = await until(bench, () => rowsNow()[0] ?? null, 6_000);
  if (first === null) return;
  if (visit(rowsNow())) return;
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
  /** Scrolls the list; the place it was at already brings no other rows. */
  const turnTo = async (top: (box: Element) => number): Promise<boolean> => {
    const at = box();
    if (at === null) return false;
    const before = at.scrollTop;
    at.scrollTop = top(at);
    return at.scrollTop !== before && (await changes());
  };
  await turnTo(() => 0);
  for (let step = 0; step < mostSteps && !bench.stopped(); step += 1) {
    if (visit(rowsNow())) return;
    if (await turnTo((at) => at.scrollTop + Math.max(60, at.clientHeight * 0.7))) continue;
    // A list that shows the same wherever one is in it has no others, unless they are added at its end.
    if (!(await turnTo((at) => at.scrollHeight))) return;
  }
}

function namesOf(rows: readonly RightRow[]): string {
  return rows.map(({ method }) => method).join();
}

/** Every method of a service with its state, as far as the page shows it. */
export async function collectRights(bench: Bench, service: PermissionService): Promise<readonly RightRow[]> {
  const met = new Map<string, RightRow>();
  const known = methodsOf(bench.catalogue, service);
  const keys = new Set<string>();
  await walkRights(bench, service, (rows) => {
    for (const row of rows) {
      met.set(row.method, row);
      keys.add(methodKey(row.method));
    }
    // A list with every method that there is needs no scrolling.
    return known.length > 0 && known.every((key) => keys.has(key));
  });
  return [...met.values()];
}
