import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../../utils/storage/sqlite/sqlite-store.ts';
import { aCompany } from '../../support/company.ts';
import { createScriptedSource } from '../../support/scripted-source.ts';
import { createMemoryJournal, type RunJournal } from '../journal/memory-journal.ts';
import { createSwiftTarget } from '../journal/swift-target.ts';
import { wholeRun } from '../journal/whole-run.ts';
import { median, rounded } from '../side-by-side.ts';

export interface JournalFigures {
  readonly people: number;
  /** What the target takes for an answer; it has no limit. */
  readonly answerMs: number;
  readonly sqliteMs: number;
  readonly memoryMs: number;
  /** A whole run with the journal beside one with none. */
  readonly sqliteOverMemory: number;
}

const people = 300;
const answerMs = 30;
const rounds = 3;

/** What the journal costs: the same first run, everybody created, on disk and in memory, in turn. */
export async function measureJournal(): Promise<JournalFigures> {
  const staff = aCompany(people);
  const time = async (journal: RunJournal) => {
    const startedAt = performance.now();
    await wholeRun({ source: createScriptedSource(() => staff, 100), target: createSwiftTarget(answerMs), journal });
    return performance.now() - startedAt;
  };
  const [onDisk, inMemory]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    inMemory.push(await time(createMemoryJournal()));
    const folder = mkdtempSync(join(tmpdir(), 'companion-bench-'));
    const store = openSqliteStore(join(folder, 'journal.sqlite'));
    onDisk.push(await time(store.journal));
    store.close();
    rmSync(folder, { recursive: true });
  }
  const [sqliteMs, memoryMs] = [median(onDisk), median(inMemory)];
  return {
    people,
    answerMs,
    sqliteMs: rounded(sqliteMs),
    memoryMs: rounded(memoryMs),
    sqliteOverMemory: rounded(sqliteMs / memoryMs),
  };
}
