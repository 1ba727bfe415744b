import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../sandbox/people/random.ts';
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
}

/** Plays the rounds and adds them up; `tell` hears of every round that went wrong. */
export async function runChaos(plan: ChaosPlan, tell: (line: string) => void): Promise<ChaosResult> {
  const cache = mkdtempSync(join(tmpdir(), 'chaos-cache-'));
  const lives = new EngineLives(cache);
  const results: RoundResult[] = [];
  let next = 1;
  const player = async () => {
    for (let round = next++; round <= plan.rounds; round = next++) {
      const result = await playProcessRound(createRandom(`chaos/${plan.seed}/${round}`), lives);
      for (const line of [...result.verdict.lines, ...result.unsettled]) tell(`round ${round}: ${line}`);
      results.push(result);
      if (results.length % 25 === 0) tell(`${results.length} of ${plan.rounds} rounds`);
    }
  };
  try {
    await Promise.all(Array.from({ length: plan.atOnce }, player));
  } finally {
    lives.close();
    rmSync(cache, { recursive: true, force: true });
  }
  return sum(results);
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
