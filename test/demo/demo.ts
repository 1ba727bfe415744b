import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Companion } from '../browser/companion.ts';
import { eventually } from '../browser/companion-page.ts';
import { lastRun, testConnection, waitForEnd } from '../support/admin.ts';
import { differencesNow } from '../support/compare-expected.ts';
import { SandboxControl, type SandboxReady } from '../support/sandbox-control.ts';
import { goDirect, goHosted, leaveHosted } from './javelo-road.ts';
import { walkNmbrs } from './nmbrs-road.ts';
import type { DemoOptions } from './options.ts';
import { Pictures } from './pictures.ts';

/** The last line of `npm run demo -- --json` (commands.md). */
export interface DemoResult {
  readonly ok: boolean;
  readonly browser: string;
  readonly employees: number;
  readonly people: number;
  readonly created: number;
  readonly updated: number;
  readonly disabled: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly waiting: number;
  readonly failed: number;
  readonly permissionsSwitchedOn: number;
  readonly durationMs: number;
  readonly screenshots: readonly string[];
}

const readmePictures = fileURLToPath(new URL('../../assets/readme/', import.meta.url));

/** Acts as the admin: goes through the Nmbrs pages with the guide, goes both ways to Javelo, synchronises the direct one, looks at the outcome. */
export async function runDemo(
  companion: Companion,
  ready: SandboxReady,
  options: DemoOptions,
  tell: (line: string) => void,
): Promise<DemoResult> {
  const startedAt = performance.now();
  const control = new SandboxControl(ready);
  const pictures = new Pictures(options.shots);

  const start = await companion.openOptions('connection');
  await start.find('nmbrs-domain');
  await pictures.take(start, 'not-connected', 'page');
  await start.close();
  const permissionsSwitchedOn = await walkNmbrs(companion, ready, pictures, tell);
  const dashboard = await companion.openOptions('connection');
  tell(`Nmbrs: ${oneLine(await testConnection(dashboard, 'nmbrs', /\S/))}`);
  await pictures.take(dashboard, 'nmbrs-connected', 'page');
  const road = { companion, ready, control, pictures, tell };
  await goHosted(road);
  await leaveHosted(road);
  await goDirect(road);
  const connected = await companion.openOptions('connection');
  tell(`Javelo: ${oneLine(await testConnection(connected, 'javelo', /\S/))}`);
  await pictures.take(connected, 'javelo-connected', 'page');

  const popup = await companion.openPopup();
  await popup.enabled('sync-now');
  await pictures.take(popup, 'ready-to-sync', 'content');
  tell('Sync now');
  await popup.click('sync-now');
  await eventually('progress or outcome', async () => {
    const counts = /Updating Javelo.*[1-9]\d+ of \d+/s.test(await popup.text('progress'));
    return counts || (await popup.text('outcome')) !== '' || null;
  });
  await pictures.take(popup, 'synchronising', 'content');
  const run = await waitForEnd(popup, null, patienceFor(options.employees));
  tell(oneLine(await popup.waitText('outcome', /\S/)));
  const outcomePicture = await pictures.take(popup, 'outcome', 'content');

  const history = await companion.openOptions('history');
  await history.find('plan');
  const historyPicture = await pictures.take(history, 'history');
  if (options.readme) {
    mkdirSync(readmePictures, { recursive: true });
    copyFileSync(outcomePicture, `${readmePictures}popup.png`);
    copyFileSync(historyPicture, `${readmePictures}options.png`);
  }

  const wrong = await differencesNow(control);
  for (const line of wrong.slice(0, 10)) tell(`Not as expected: ${line}`);
  const { counts } = (await lastRun(popup)) ?? run;
  const { javelo } = await control.state();
  const { created, updated, disabled, unchanged, skipped, waiting, failed } = counts;
  return {
    ok: run.state === 'succeeded' && wrong.length === 0 && failed === 0 && waiting === 0,
    browser: companion.version,
    employees: options.employees,
    people: javelo.users.length,
    created,
    updated,
    disabled,
    unchanged,
    skipped,
    waiting,
    failed,
    permissionsSwitchedOn,
    durationMs: Math.round(performance.now() - startedAt),
    screenshots: pictures.taken,
  };
}

/** Javelo takes 300 requests in 5 minutes (javelo-scim.md §2.2), so many people take their time. */
const patienceFor = (employees: number): number => 240_000 + Math.floor(employees / 300) * 310_000;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
