import type { Clock } from '../ports/clock.ts';
import type { Source } from '../ports/source.ts';
import type { DemoStore } from './demo-store.ts';
import { companies } from './names.ts';
import { staffAfter } from './staff.ts';

// Long enough to see that something goes on.
const stepMs = 350;

/** Invented people behind the source port, one company a step: everything can be tried without Nmbrs. */
export function createDemoSource(store: Pick<DemoStore, 'weeks'>, clock: Clock): Source {
  return {
    async check() {
      const listed = companies.map(({ id, name }) => ({ id, name }));
      return { ok: true, environment: 'demo', companies: listed, permissions: [], error: null };
    },
    async readStep(cursor, { today }, signal) {
      await clock.sleepUntil(clock.nowMs() + stepMs, signal);
      const staff = staffAfter(await store.weeks(), today);
      const at = typeof cursor === 'number' ? cursor : 0;
      const company = companies[at];
      const isLast = at >= companies.length - 1;
      const countOf = (id: string) => staff.filter(({ companyId }) => companyId === id).length;
      return {
        people: staff.filter(({ companyId }) => companyId === company?.id),
        managers: [],
        remember: [],
        progress: { done: at + 1, total: companies.length },
        next: isLast ? null : at + 1,
        ...(isLast
          ? {
              evidence: {
                companies: companies.map(({ id, name }) => ({ id, name, answered: true, people: countOf(id) })),
                unread: [],
                notices: [],
                calls: companies.length,
              },
            }
          : {}),
      };
    },
  };
}
