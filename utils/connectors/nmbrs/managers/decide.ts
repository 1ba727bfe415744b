import type { IsoDate } from '../../../core/ids.ts';
import { foldName } from '../../../core/normalise/name.ts';
import { forEachInParts, type Parts, sortInParts } from '../../../core/parts.ts';
import type { ManagerReference } from '../../../core/person.ts';
import type { ManagerDirectory } from './manager-list.ts';
import type { RememberedManager } from './memory.ts';
import type { ReportRow, ReportRows } from './report.ts';

export interface ManagerQuestion {
  /** People in service, each of whom may have a manager. */
  readonly people: readonly string[];
  /** Those of them who are new, or whose place changed since their manager was learnt. */
  readonly changed: ReadonlySet<string>;
  /** `null` = there is no report. */
  readonly report: ReportRows | null;
  /** `null` = the list of managers is not allowed. */
  readonly directory: ManagerDirectory | null;
  readonly remembered: ReadonlyMap<string, RememberedManager>;
  readonly today: IsoDate;
}

export interface ManagerDecisions {
  /** `seenToday`: the source said so in this run, and not only the memory. */
  readonly known: ReadonlyMap<string, { readonly manager: ManagerReference | null; readonly seenToday: boolean }>;
  /** Whom to ask for one by one. */
  readonly ask: readonly string[];
}

/** Where the report still names the remembered manager, a part is asked again on every day with a run: all within two weeks of daily runs. */
export const refreshShare = 14;

/**
 * Where no report speaks of them, anybody's manager may have changed: so many are asked again in every run, those longest unseen first.
 * At the pace of nmbrs-api.md §7 that takes seconds, and all but the largest companies are seen whole in every run (inferred).
 */
export const askedAgainPerRun = 500;

/**
 * Whose manager is known without a call of his own, and who has to be asked for. The report decides where it names
 * nobody or somebody unmistakable; memory where nothing speaks against it, with a rolling refresh; Manager_GetCurrent everywhere else.
 */
export function* decideManagers(question: ManagerQuestion): Parts<ManagerDecisions> {
  const known = new Map<string, { manager: ManagerReference | null; seenToday: boolean }>();
  const ask: string[] = [];
  const named: Trusted[] = [];
  const unspoken: Trusted[] = [];

  yield* forEachInParts(question.people, (id) => {
    const row = question.report?.get(id);
    const reported = row && readRow(row, question.directory);
    if (reported !== undefined) {
      known.set(id, { manager: reported, seenToday: true });
      return;
    }
    const memory = question.remembered.get(id);
    if (memory && !question.changed.has(id) && isStillPossible(memory.manager, row, question.directory)) {
      known.set(id, { manager: memory.manager, seenToday: false });
      (row ? named : unspoken).push({ id, on: memory.on });
    } else ask.push(id);
  });

  const old = named.filter(({ on }) => on < question.today);
  const due = [
    ...(yield* longestUnseen(old, Math.ceil(named.length / refreshShare))),
    ...(yield* longestUnseen(unspoken, askedAgainPerRun)),
  ];
  for (const { id } of due) {
    known.delete(id);
    ask.push(id);
  }
  return { known, ask };
}

interface Trusted {
  readonly id: string;
  readonly on: string;
}

function* longestUnseen(trusted: readonly Trusted[], count: number): Parts<readonly Trusted[]> {
  const sorted = yield* sortInParts(trusted, (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return sorted.slice(0, count);
}

/** `undefined` = the row does not tell. */
function readRow(row: ReportRow, directory: ManagerDirectory | null): ManagerReference | null | undefined {
  if (row.manager === null) return undefined;
  if (row.manager === '') return null;
  return directory?.findByName(row.debtorId, row.manager);
}

/** Whether what was remembered fits the list of managers and the name in the report, where there are any. */
function isStillPossible(
  manager: ManagerReference | null,
  row: ReportRow | undefined,
  directory: ManagerDirectory | null,
): boolean {
  if (manager === null) return row === undefined;
  if (directory && !directory.has(manager)) return false;
  if (row === undefined) return true;
  return row.manager !== null && manager.fullName !== null && foldName(row.manager) === foldName(manager.fullName);
}
