import { expect } from 'vitest';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';
import { waitForEnd } from './admin.ts';
import { ask } from './ask-background.ts';
import { differencesNow } from './compare-expected.ts';
import type { DeathPoint } from './death-points.ts';
import { SandboxControl, type SandboxReady } from './sandbox-control.ts';

/** Both systems as at first, and a companion that knows nothing but how to reach them; it remembers that beyond its own death. */
export async function startAfresh(page: CompanionPage, ready: SandboxReady): Promise<void> {
  const { nmbrs, javelo } = ready;
  await new SandboxControl(ready).reset();
  await ask(page, 'privacy.eraseEverything', null);
  const source = { domainText: nmbrs.domain, email: nmbrs.email, token: nmbrs.token, apiUrl: nmbrs.api };
  await ask(page, 'connection.saveSource', { ...source, remember: true });
  const target = { addressText: javelo.scim, token: javelo.token, profile: 'javelo' };
  await ask(page, 'connection.saveTarget', { ...target, remember: true });
}

/** Waits until a fault has struck. */
export async function untilStruck(control: SandboxControl): Promise<void> {
  await eventually('the fault', async () => ((await control.countFaults()) > 0 ? true : null));
}

/** Looks at the companion, which makes it go on; the end is as if nothing had died. */
export async function expectTheSameEnd(
  page: CompanionPage,
  control: SandboxControl,
  { breaksConnection }: Pick<DeathPoint, 'breaksConnection'> = {},
): Promise<void> {
  await ask(page, 'runs.active', null);
  const run = await waitForEnd(page, null);
  expect(run).toMatchObject({ state: 'succeeded', counts: { failed: 0, waiting: 0 } });
  expect(await differencesNow(control)).toEqual([]);
  const { users } = (await control.state()).javelo;
  expect(new Set(users.map(({ userName }) => userName)).size).toBe(users.length);
  const { created, updated, unchanged } = run.counts;
  expect(created + updated + unchanged).toBe(users.length);
  expect(updated + unchanged).toBeLessThanOrEqual(breaksConnection ? 1 : 0);
}
