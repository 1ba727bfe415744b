import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunId } from '../../utils/core/ids.ts';
import type { HeadlessOptions } from '../../utils/headless/options.ts';
import { openSqliteDatabase } from '../../utils/storage/sqlite/sqlite-database.ts';
import { createSqliteJournal } from '../../utils/storage/sqlite/sqlite-journal.ts';
import type { Random } from '../sandbox/people/random.ts';
import { startSandbox } from '../sandbox/server.ts';
import { SandboxControl } from '../support/sandbox-control.ts';
import type { EngineLives } from './engine-lives.ts';
import type { JobEnd } from './engine-process.ts';
import { createFastClock } from './fast-clock.ts';
import { findFalselyDisabled, judgeEnd } from './judge.ts';
import { drawChange } from './random-changes.ts';
import { drawFaults } from './random-faults.ts';
import type { RoundResult } from './round-result.ts';

// An undisturbed run of this size takes about so long; deaths are spread over it.
const runMs = 350;
const calmRuns = 6;

/** One company's life in short: first synchronisation and some changes, with faults and kills all the way, then peace. */
export async function playProcessRound(random: Random, lives: EngineLives): Promise<RoundResult> {
  const clockStartMs = Date.now();
  const clock = createFastClock(clockStartMs);
  const sandbox = await startSandbox({
    employees: random.int(3, 30),
    companies: random.int(1, 3),
    seed: random.int(1, 1_000_000),
    now: clock.nowMs,
  });
  const state = mkdtempSync(join(tmpdir(), 'chaos-'));
  const control = new SandboxControl(sandbox.ready);
  const { nmbrs, javelo } = sandbox.ready;
  const options: HeadlessOptions = {
    nmbrs: { apiUrl: nmbrs.api, domain: nmbrs.domain, email: nmbrs.email, token: nmbrs.token },
    target: { scimUrl: javelo.scim, profile: 'javelo', token: javelo.token, overrides: {} },
    xlsx: null,
    stateFolder: state,
    dryRun: false,
    approve: null,
    policy: null,
  };
  let [faults, deaths] = [0, 0];
  const falselyDisabled = new Set<string>();
  const live = async (approve: string | null, deathMs: number | null): Promise<JobEnd | null> => {
    const end = await lives.run({ options: { ...options, approve }, clockStartMs }, deathMs);
    if (end === null) deaths += 1;
    const [{ javelo: held }, expected] = await Promise.all([control.state(), control.expected()]);
    for (const id of findFalselyDisabled(held.users, expected)) falselyDisabled.add(id);
    return end;
  };
  try {
    for (let chapter = random.int(1, 3); chapter > 0; chapter -= 1) {
      await control.setFaults(drawFaults(random));
      for (let tries = random.int(1, 4); tries > 0; tries -= 1) {
        await live(null, random.chance(0.65) ? random.next() * runMs : null);
      }
      faults += await control.countFaults();
      await control.clearFaults();
      if (chapter > 1) await control.changePeople(drawChange(random));
    }
    let end: JobEnd | null = null;
    const calmSince = new Date(clock.nowMs()).toISOString();
    // A run that began in the storm may end well now, on what it read then; and its plan is none to approve.
    const isOfPeace = () => end !== null && (end.startedAt ?? '') >= calmSince;
    const isSettled = () => end?.state === 'succeeded' && isOfPeace();
    for (let tries = 0; tries < calmRuns && !isSettled(); tries += 1) {
      // In peace the plan is what it should be, and an admin who looks at it approves.
      end = await live(isOfPeace() ? (end?.planHash ?? null) : null, null);
    }
    const told = end?.runId ? await readTold(state, end.runId as RunId) : null;
    const [held, expected] = await Promise.all([control.state(), control.expected()]);
    const verdict = judgeEnd(held.javelo.users, expected, told, falselyDisabled);
    const unsettled = isSettled() ? [] : [`the last run: ${JSON.stringify(end)}`];
    return { faults, deaths, verdict, unsettled };
  } finally {
    await sandbox.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

/** Everybody who has an outcome in the run. */
async function readTold(state: string, runId: RunId): Promise<ReadonlySet<string>> {
  const name = readdirSync(state).find((each) => each.endsWith('.sqlite'));
  const database = openSqliteDatabase(join(state, name ?? ''));
  try {
    const { entries } = await createSqliteJournal(database).queryLog({ runId, limit: 100_000 });
    return new Set(entries.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId])));
  } finally {
    database.close();
  }
}
