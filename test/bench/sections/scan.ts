import type { Companion } from '../../browser/companion.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { logIn, NmbrsPages, startGuide } from '../../support/nmbrs-admin.ts';
import { NmbrsVisitor } from '../../support/nmbrs-visitor.ts';
import { scanTimes } from '../browser/scan-times.ts';
import { median, rounded } from '../side-by-side.ts';

export interface ScanFigures {
  /** One scan of the rights of a service with 200 methods, all drawn: what it takes of the page's thread, the median. */
  readonly scanMs: number;
  /** The 95th percentile of that. */
  readonly scanP95Ms: number;
  /** The median by the clock, with whatever else the machine did in between. */
  readonly scanWallMs: number;
}

const warmUp = 5;
const scans = 40;

/** What the guide costs the longest page there is, per scan. */
export async function measureScan(companion: Companion): Promise<ScanFigures> {
  const sandbox = await startSandbox({ employees: 5, companies: 1 });
  try {
    await new NmbrsPages(sandbox.ready).set({ rights: 'limited' });
    const { page } = await startGuide(companion, sandbox.ready);
    await logIn(page);
    const admin = new NmbrsVisitor(page, sandbox.ready);
    await admin.openRights('Administrator Gebruiker (Client)');
    await admin.chooseService('Employee Services');
    await admin.control('Absence2_GetList');
    const times = (await scanTimes(page, warmUp + scans)).slice(warmUp);
    await page.close();
    if (times.length < scans / 2) throw new Error(`Only ${times.length} scans in ${scans} changes of the page`);
    const own = times.map(({ threadMs }) => threadMs).sort((one, other) => one - other);
    return {
      scanMs: rounded(median(own)),
      scanP95Ms: rounded(own[Math.floor(own.length * 0.95)] ?? Number.NaN),
      scanWallMs: rounded(median(times.map(({ wallMs }) => wallMs))),
    };
  } finally {
    await sandbox.stop();
  }
}
