import { sessionStore } from '../../../utils/platform/session-store.ts';
import { z } from '../../../utils/zod.ts';

const begunSchema = z.object({
  way: z.enum(['hosted', 'direct']),
  /** The Javelo it is for, `https://acme.javelo.io`. */
  origin: z.string(),
  /** Whether a token that is captured may stay beyond the session. */
  remember: z.boolean(),
  atMs: z.number(),
});
/** A hand-over that the admin began, with consent, on the companion's own page. */
export type Begun = z.infer<typeof begunSchema>;

const key = 'handover';
// Long enough to find one's way through two products, short enough not to be forgotten about.
const lastsMs = 30 * 60_000;

export async function readBegun(nowMs: number): Promise<Begun | null> {
  const parsed = begunSchema.safeParse(await sessionStore.get(key));
  if (!parsed.success) return null;
  const age = nowMs - parsed.data.atMs;
  return age >= 0 && age < lastsMs ? parsed.data : null;
}

export async function writeBegun(begun: Begun): Promise<void> {
  await sessionStore.set(key, begun);
}

export async function forgetBegun(): Promise<void> {
  await sessionStore.remove(key);
}
