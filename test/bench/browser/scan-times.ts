import type { Page } from 'puppeteer-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, the time the thread was really running. */
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string } };
}

export interface ScanTime {
  /** By the clock, with whatever else the machine did in between. */
  readonly wallMs: number;
  /** Of the page's own thread. */
  readonly threadMs: number;
}

/** Longer than the content script waits for the page to settle, and for an idle moment. */
const betweenMs = 250;

/**
 * How long each scan of the guide took on a page that changes `times` times, in ms: all that the content script did in the
 * idle moment it waits for, layout and the drawing of the card included. Out of Chromium's own trace, so that the built
 * extension is measured as it is.
 */
export async function scanTimes(page: Page, times: number): Promise<readonly ScanTime[]> {
  await page.tracing.start({ categories: ['devtools.timeline'] });
  await page.evaluate(
    async (count, pauseMs) => {
      for (let change = 0; change < count; change += 1) {
        document.body.classList.toggle('changed');
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    },
    times,
    betweenMs,
  );
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: readonly TraceEvent[] };
  return readScans(traceEvents);
}

/** The idle callbacks in which the content script ran. */
function readScans(events: readonly TraceEvent[]): readonly ScanTime[] {
  const isOurs = ({ name, args }: TraceEvent) =>
    name === 'FunctionCall' && /\/content-scripts\/nmbrs\.js$/.test(args.data?.url ?? '');
  const calls = events.filter(isOurs);
  const holds = (outer: TraceEvent, { pid, tid, ts }: TraceEvent) =>
    pid === outer.pid && tid === outer.tid && ts >= outer.ts && ts <= outer.ts + (outer.dur ?? 0);
  return events
    .filter((each) => each.name === 'FireIdleCallback' && calls.some((call) => holds(each, call)))
    .map(({ dur = 0, tdur = dur }) => ({ wallMs: dur / 1_000, threadMs: tdur / 1_000 }));
}
