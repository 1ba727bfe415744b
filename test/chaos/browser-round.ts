import type { Companion } from '../browser/companion.ts';
import type { CompanionPage } from '../browser/companion-page.ts';
import type { Random } from '../sandbox/people/random.ts';
import { startSandbox } from '../sandbox/server.ts';
import { waitForEnd } from '../support/admin.ts';
import { ask } from '../support/ask-background.ts';
import { type FaultRule, SandboxControl, type SandboxReady } from '../support/sandbox-control.ts';
import { findFalselyDisabled, judgeEnd } from './judge.ts';
import { drawChange } from './random-changes.ts';
import { drawFaults } from './random-faults.ts';
import type { RoundResult } from './round-result.ts';

interface RunSeen {
  readonly id: string;
  readonly state: string;
  readonly startedAt: string;
  readonly planHash: string | null;
}

const calmRuns = 6;
const deathWithinMs = 900;

/** The same story with the extension in a real browser, whose background is killed in the middle of its work. */
export async function playBrowserRound(random: Random, companion: Companion): Promise<RoundResult> {
  const sandbox = await startSandbox({ employees: random.int(3, 15), companies: 2, seed: random.int(1, 1_000_000) });
  const control = new SandboxControl(sandbox.ready);
  const page = await companion.openPopup();
  const falselyDisabled = new Set<string>();
  let [faults, deaths] = [0, 0];
  try {
    await startAfresh(page, sandbox.ready);
    for (let chapter = random.int(1, 2); chapter > 0; chapter -= 1) {
      await control.setFaults(drawFaults(random).map(brief));
      await ask(page, 'runs.start', { mode: 'live' });
      for (let tries = random.int(1, 3); tries > 0; tries -= 1) {
        await new Promise((resolve) => setTimeout(resolve, random.next() * deathWithinMs));
        await companion.driver.killWorker();
        // Looking at the companion brings its background back, and that goes on with the run if there is one.
        if ((await ask(page, 'runs.active', null)) !== null) deaths += 1;
        const [{ javelo }, expected] = await Promise.all([control.state(), control.expected()]);
        for (const id of findFalselyDisabled(javelo.users, expected)) falselyDisabled.add(id);
      }
      faults += await control.countFaults();
      await control.clearFaults();
      if (chapter > 1) await control.changePeople(drawChange(random));
    }
    const end = await comeToRest(page);
    const [held, expected, told] = await Promise.all([control.state(), control.expected(), readTold(page, end.id)]);
    return {
      faults,
      deaths,
      verdict: judgeEnd(held.javelo.users, expected, told, falselyDisabled),
      unsettled: end.state === 'succeeded' ? [] : [`the last run in the browser: ${JSON.stringify(end)}`],
    };
  } finally {
    await page.close();
    await sandbox.stop();
  }
}

/** Real clock, real waiting: fewer repetitions than where time runs fast. */
function brief(rule: FaultRule): FaultRule {
  return { ...rule, times: Math.min(2, rule.times ?? 1) };
}

async function startAfresh(page: CompanionPage, { nmbrs, javelo }: SandboxReady): Promise<void> {
  await ask(page, 'privacy.eraseEverything', null);
  const { domain, email, token, api } = nmbrs;
  await ask(page, 'connection.saveSource', { domainText: domain, email, token, apiUrl: api, remember: true });
  const target = { addressText: javelo.scim, token: javelo.token, profile: 'javelo', remember: true };
  await ask(page, 'connection.saveTarget', target);
}

/** Lets what is open end, and synchronises until a run that began in peace has succeeded; approves as an admin would. */
async function comeToRest(page: CompanionPage): Promise<RunSeen> {
  let last: RunSeen = await settled(page);
  for (let tries = 0; tries < calmRuns; tries += 1) {
    await ask(page, 'runs.start', { mode: 'live' });
    last = await settled(page);
    if (last.state === 'awaiting-approval') {
      await ask(page, 'runs.approve', { runId: last.id, planHash: last.planHash });
      last = await settled(page);
    }
    if (last.state === 'succeeded') return last;
  }
  return last;
}

async function settled(page: CompanionPage): Promise<RunSeen> {
  await waitForEnd(page, null);
  const [run] = await ask<RunSeen[]>(page, 'runs.list', { limit: 1 });
  if (!run) throw new Error('There is no run');
  return run;
}

async function readTold(page: CompanionPage, runId: string): Promise<ReadonlySet<string>> {
  const { entries } = await ask<{ entries: { sourceId: string | null }[] }>(page, 'log.query', { runId, limit: 500 });
  return new Set(entries.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId])));
}
