import type { Companion } from '../browser/companion.ts';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';
import { ask } from './ask-background.ts';

/** Switches the companion's own demo on, with the click of an admin; the page has begun anew when it resolves. */
export async function startDemo(companion: Companion): Promise<CompanionPage> {
  const page = await companion.openOptions('setup');
  await page.click('demo-start');
  await page.find('demo-banner');
  return page;
}

/** Lets a run of the demo go to its end. */
export async function runInDemo(page: CompanionPage, mode: 'dry' | 'live'): Promise<void> {
  await ask(page, 'runs.start', { mode });
  await eventually('the run to end', async () =>
    (await ask<unknown>(page, 'runs.active', null)) === null ? true : null,
  );
}
