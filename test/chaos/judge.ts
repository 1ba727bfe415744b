import { differences, flattenUser } from '../support/compare-expected.ts';
import type { ExpectedUser, ScimUser } from '../support/sandbox-control.ts';

/** What must not happen, counted. */
export interface Verdict {
  readonly duplicates: number;
  readonly lost: number;
  readonly wrong: number;
  readonly falselyDisabled: number;
  /** What it was, one line each. */
  readonly lines: readonly string[];
}

/** Accounts that are switched off although their person works there: looked for after every death, not only in the end. */
export function findFalselyDisabled(users: readonly ScimUser[], expected: readonly ExpectedUser[]): readonly string[] {
  const working = new Set(expected.filter(({ active }) => active).map(({ externalId }) => externalId));
  return users
    .map(flattenUser)
    .filter((user) => user.active === false && working.has(String(user.externalId)))
    .map((user) => String(user.externalId));
}

/** Compares the end with the oracle. `told` = the source ids that have a row in the last run's log; null = it was not read. */
export function judgeEnd(
  users: readonly ScimUser[],
  expected: readonly ExpectedUser[],
  told: ReadonlySet<string> | null,
  falselyDisabled: ReadonlySet<string>,
): Verdict {
  const lines = differences(users, expected);
  const isMissing = (line: string) => line.endsWith(': no account');
  const isDouble = (line: string) => line.endsWith(': more than one account');
  const untold = told === null ? [] : expected.filter(({ externalId, active }) => active && !told.has(externalId));
  return {
    duplicates: lines.filter(isDouble).length,
    lost: lines.filter(isMissing).length + untold.length,
    wrong: lines.filter((line) => !isMissing(line) && !isDouble(line)).length,
    falselyDisabled: falselyDisabled.size,
    lines: [
      ...lines,
      ...untold.map(({ externalId }) => `${externalId}: not in the log`),
      ...[...falselyDisabled].map((id) => `${id}: was disabled although the person works there`),
    ],
  };
}
