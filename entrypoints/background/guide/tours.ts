import { newTour, type Tour } from '../../../utils/core/tour/tour.ts';
import { tourSchema } from '../../../utils/messaging/schemas/guide.ts';
import { toursKey } from '../../../utils/messaging/tours-key.ts';
import type { SessionStore } from '../../../utils/platform/session-store.ts';
import { z } from '../../../utils/zod.ts';

/** What changes; a gap leaves what is there. */
type Part = { readonly [K in keyof Tour]?: Tour[K] | undefined };

const stored = z.record(z.string(), tourSchema);

/** The tours under way, by tab: in the session's memory, so that they outlive reloads, log-ins and the worker. */
export function createTours(session: SessionStore) {
  // One change after the other, or two tabs would overwrite each other.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
  const readAll = async (): Promise<Record<string, Tour>> => {
    const parsed = stored.safeParse((await session.get(toursKey)) ?? {});
    return parsed.success ? (parsed.data as Record<string, Tour>) : {};
  };

  return {
    async all(): Promise<readonly (readonly [number, Tour])[]> {
      return Object.entries(await readAll()).map(([tabId, tour]) => [Number(tabId), tour]);
    },

    /** The tour of a tab on this tenant's pages. A second tab of the same tenant goes on with what the first one knows. */
    async of(tabId: number, tenant: string): Promise<Tour | null> {
      const all = await readAll();
      const own = all[tabId];
      if (own) return own.tenant === tenant ? own : null;
      return Object.values(all).findLast((tour) => tour.tenant === tenant) ?? null;
    },

    begin: (tabId: number, tenant: string): Promise<void> =>
      inTurn(async () => {
        const all = await readAll();
        const known = Object.values(all).findLast((tour) => tour.tenant === tenant);
        await session.set(toursKey, { ...all, [tabId]: known ?? newTour(tenant) });
      }),

    /** Changes what is known about a tenant, in this tab and all others of it. Null where no tour is under way. */
    change: (tabId: number, tenant: string, part: Part): Promise<Tour | null> =>
      inTurn(async () => {
        const all = await readAll();
        const before = all[tabId] ?? Object.values(all).findLast((tour) => tour.tenant === tenant);
        if (!before || before.tenant !== tenant) return null;
        const tour = { ...before, ...withoutGaps(part) };
        const others = Object.entries(all).map(([id, each]) => [id, each.tenant === tenant ? tour : each] as const);
        await session.set(toursKey, { ...Object.fromEntries(others), [tabId]: tour });
        return tour;
      }),

    end: (tabId: number): Promise<void> =>
      inTurn(async () => {
        const { [tabId]: _ended, ...rest } = await readAll();
        await session.set(toursKey, rest);
      }),
  };
}

function withoutGaps(part: Part): Partial<Tour> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}

export type Tours = ReturnType<typeof createTours>;
