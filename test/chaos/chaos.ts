import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Companion } from '../browser/companion.ts';
import { launchCompanion } from '../browser/launch.ts';
import { createRandom, type Random } from '../sandbox/people/random.ts';
import { playBrowserRound } from './browser-round.ts';
import { EngineLives } from './engine-lives.ts';
import { playProcessRound } from './process-round.ts';
import type { RoundResult } from './round-result.ts';

/** What the command prints (commands.md). */
export interface ChaosResult {
  readonly ok: boolean;
  readonly rounds: number;
  readonly faults: number;
  readonly deaths: number;
  readonly duplicates: number;
  readonly lost: number;
  readonly wrong: number;
  readonly falselyDisabled: number;
}

export interface ChaosPlan {
  readonly rounds: number;
  readonly seed: number;
  /** How many rounds are played at a time. */
  readonly atOnce: number;
  /** Every so-many-th round is played in a browser; null = none. */
  readonly browserEvery: number | null;
}

/** Plays the rounds and adds them up; `tell` hears of every round that went wrong. */
export async function runChaos(plan: ChaosPlan, tell: (line: string) => void): Promise<ChaosResult> {
  const cache = mkdtempSync(join(tmpdir(), 'chaos-cache-'));
  const lives = new EngineLives(cache);
  const results: RoundResult[] = [];
  const isInBrowser = (round: number) => plan.browserEvery !== null && round % plan.browserEvery === 0;
  const play = async (round: number, how: (random: Random) => Promise<RoundResult>) => {
    const result = await how(createRandom(`chaos/${plan.seed}/${round}`));
    for (const line of [...result.verdict.lines, ...result.unsettled]) tell(`round ${round}: ${line}`);
    results.push(result);
    if (results.length % 25 === 0) tell(`${results.length} of ${plan.rounds} rounds`);
  };
  const rounds = Array.from({ length: plan.rounds }, (_, at) => at + 1);
  const inProcesses = rounds.filter((round) => !isInBrowser(round));
  const player = async () => {
    for (let round = inProcesses.shift(); round !== undefined; round = inProcesses.shift()) {
      await play(round, (random) => playProcessRound(random, lives));
    }
  };
  try {
    await Promise.all([
      ...Array.from({ length: plan.atOnce }, player),
      inBrowser(rounds.filter(isInBrowser), (round, companion) =>
        play(round, (random) => playBrowserRound(random, companion)),
      ),
    ]);
  } finally {
    lives.close();
    rmSync(cache, { recursive: true, force: true });
  }
  return sum(results);
}

/** One browser for all its rounds; none where there are none. */
async function inBrowser(
  rounds: readonly number[],
  play: (round: number, companion: Companion) => Promise<void>,
): Promise<void> {
  if (rounds.length === 0) return;
  const companion = await launchCompanion('chromium');
  try {
    for (const round of rounds) await play(round, companion);
  } finally {
    await companion.close();
  }
}

function sum(results: readonly RoundResult[]): ChaosResult {
  const total = (of: (result: RoundResult) => number) => results.reduce((all, result) => all + of(result), 0);
  const bad = {
    duplicates: total(({ verdict }) => verdict.duplicates),
    lost: total(({ verdict }) => verdict.lost),
    wrong: total(({ verdict }) => verdict.wrong),
    falselyDisabled: total(({ verdict }) => verdict.falselyDisabled),
  };
  const isClean = Object.values(bad).every((count) => count === 0);
  const isSettled = results.every(({ unsettled }) => unsettled.length === 0);
  return {
    ok: isClean && isSettled,
    rounds: results.length,
    faults: total(({ faults }) => faults),
    deaths: total(({ deaths }) => deaths),
    ...bad,
  };
}
