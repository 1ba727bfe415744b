import type { PermissionService } from '../../core/permissions/permission.ts';
import { scrollBoxOf } from '../locate/scroll-box.ts';
import { methodsOf } from '../read/catalogue.ts';
import { methodKey } from '../read/method-name.ts';
import type { RightRow } from '../read/rights.ts';
import { type Bench, until } from './bench.ts';

const mostSteps = 80;
const wholeFrom = 0.8;
/** Rows may come a little after the scrolling, on a busy machine more than a little. */
const comesMs = 1_200;

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
  if (first === null || visit(rowsNow())) return;
  const box = () => {
    const row = rowsNow()[0];
    return row ? scrollBoxOf(row.element) : null;
  };
  let shown = namesOf(rowsNow());
  /** Whether other rows came after scrolling. */
  const changes = async (): Promise<boolean> => {
    const before = shown.join();
    const changed = await until(bench, () => (namesOf(rowsNow()).join() === before ? null : true), comesMs);
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
  /** Goes on by most of what is in view, and back where the list went further than it was told. */
  const turnOn = async (): Promise<boolean> => {
    const before = shown;
    const from = box()?.scrollTop ?? 0;
    if (!(await turnTo((at) => at.scrollTop + Math.max(60, at.clientHeight * 0.7)))) return false;
    for (let tries = 0; tries < 4 && !shown.some((name) => before.includes(name)); tries += 1) {
      if (visit(rowsNow()) || !(await turnTo((at) => (from + at.scrollTop) / 2))) break;
    }
    return true;
  };
  await keepingStill(box(), async () => {
    await turnTo(() => 0);
    for (let step = 0; step < mostSteps && !bench.stopped(); step += 1) {
      if (visit(rowsNow())) return;
      // A list without gaps has no others, unless they are added at its end.
      if (!isWhole(box(), rowsNow()) && (await turnOn())) continue;
      if (!(await turnTo((at) => at.scrollHeight))) return;
    }
  });
}

/** Browsers move a list by themselves when rows above are drawn anew; then places in it would be left out. */
async function keepingStill(box: Element | null, work: () => Promise<void>): Promise<void> {
  const style = (box as HTMLElement | null)?.style;
  const before = style?.getPropertyValue('overflow-anchor') ?? '';
  style?.setProperty('overflow-anchor', 'none');
  try {
    await work();
  } finally {
    if (before === '') style?.removeProperty('overflow-anchor');
    else style?.setProperty('overflow-anchor', before);
  }
}

/** The rows fill all there is to scroll through; the rest is heads, margins, and what else scrolls with them. */
function isWhole(box: Element | null, rows: readonly RightRow[]): boolean {
  if (box === null) return false;
  const drawn = rows.reduce((height, { element }) => height + element.getBoundingClientRect().height, 0);
  // Zoomed pages measure boxes and what scrolls in other pixels.
  const scale = box.getBoundingClientRect().height / (box.clientHeight || 1) || 1;
  return drawn / scale > box.scrollHeight * wholeFrom;
}

function namesOf(rows: readonly RightRow[]): readonly string[] {
  return rows.map(({ method }) => method);
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
