import type { PermissionService } from '../../core/permissions/permission.ts';
import { scrollBoxOf } from '../locate/scroll-box.ts';
import { methodsOf } from '../read/catalogue.ts';
import { methodKey } from '../read/method-name.ts';
import type { PageReading } from '../read/page-state.ts';
import type { RightRow } from '../read/rights.ts';
import { type Bench, until } from './bench.ts';

const mostSteps = 160;
const wholeFrom = 0.8;
/** Rows may come a little after the scrolling, on a busy machine more than a little. */
const comesMs = 1_200;

/**
 * Walks through the list of a service by scrolling, since some pages draw only what is in view, and shows the rows that
 * are drawn to `visit`, place by place: from its top on, or from where it stands and then from its top. Stops when `visit`
 * gives true, at the end of the list, or when it is gone.
 */
export async function walkRights(
  bench: Bench,
  service: PermissionService,
  visit: (rows: readonly RightRow[]) => boolean,
  from: 'top' | 'here' = 'top',
): Promise<void> {
  const ofService = ({ rights }: PageReading) => rights.rows.filter((row) => row.service === service);
  /** As they were seen last: every look costs, and between two turns there is nothing new to see. */
  let rows: readonly RightRow[] = [];
  const look = (reading: PageReading): readonly RightRow[] => {
    rows = ofService(reading);
    return rows;
  };
  await until(bench, (reading) => look(reading)[0] ?? null, 6_000);
  if (rows.length === 0 || visit(rows)) return;
  const box = (): Element | null => {
    const row = rows[0]?.element.isConnected ? rows[0] : look(bench.look())[0];
    return row ? scrollBoxOf(row.element) : null;
  };
  /** Whether other rows came after scrolling. */
  const changes = async (): Promise<boolean> => {
    const before = namesOf(rows);
    return (await until(bench, (reading) => (namesOf(look(reading)) === before ? null : true), comesMs)) === true;
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
    const before = new Set(rows.map(({ method }) => method));
    const start = box()?.scrollTop ?? 0;
    if (!(await turnTo((at) => at.scrollTop + Math.max(60, at.clientHeight * 0.7)))) return false;
    for (let tries = 0; tries < 4 && !rows.some(({ method }) => before.has(method)); tries += 1) {
      if (visit(rows) || !(await turnTo((at) => (start + at.scrollTop) / 2))) break;
    }
    return true;
  };
  await keepingStill(box(), async () => {
    let fromTop = from === 'top';
    if (fromTop) await turnTo(() => 0);
    for (let step = 0; step < mostSteps && !bench.stopped(); step += 1) {
      if (visit(rows)) return;
      // A list without gaps has no others, unless they are added at its end.
      if (!isWhole(box(), rows) && (await turnOn())) continue;
      if (await turnTo((at) => at.scrollHeight)) continue;
      if (fromTop || !(await turnTo(() => 0))) return;
      fromTop = true;
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
