import type { SessionStore } from '../../../utils/platform/session-store.ts';
import { z } from '../../../utils/zod.ts';

const key = 'guide:consent';
/** How long an admin's consent lets a page hand over its token (nmbrs-ui.md §7.5). */
const lastsMs = 5 * 60_000;

const schema = z.object({
  id: z.string(),
  tabId: z.number(),
  tenant: z.string(),
  remember: z.boolean(),
  untilMs: z.number(),
});
export type Consent = z.infer<typeof schema>;

/** Keeps the one consent that stands. It is good for one token from one tab of one tenant, and for minutes. */
export function createConsents(session: SessionStore, nowMs: () => number) {
  return {
    async give(tabId: number, tenant: string, remember: boolean): Promise<Consent> {
      const consent: Consent = { id: crypto.randomUUID(), tabId, tenant, remember, untilMs: nowMs() + lastsMs };
      await session.set(key, consent);
      return consent;
    },

    /** Takes the consent away and gives it, where it fits; null where there is none for this. */
    async use(id: string, tabId: number, tenant: string): Promise<Consent | null> {
      const parsed = schema.safeParse(await session.get(key));
      await session.remove(key);
      if (!parsed.success) return null;
      const { data } = parsed;
      const fits = data.id === id && data.tabId === tabId && data.tenant === tenant && data.untilMs > nowMs();
      return fits ? data : null;
    },
  };
}

export type Consents = ReturnType<typeof createConsents>;
