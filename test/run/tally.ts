export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

const number = (report: object, key: string): number => {
  const value = (report as Record<string, unknown>)[key];
  return typeof value === 'number' ? value : 0;
};

/**
 * The tally of a vitest JSON report. A failure that is no test's own (a file that does not load, a hook, an unhandled error)
 * shows only in the exit code or among the suites, and counts as one failure all the same; so does a run without any test.
 */
export function tallyOf(report: unknown, exitCode: number): Tally {
  if (typeof report !== 'object' || report === null) return { ...nothing, failed: 1 };
  const passed = number(report, 'numPassedTests');
  const failed = number(report, 'numFailedTests');
  const skipped = number(report, 'numPendingTests') + number(report, 'numTodoTests');
  const hidden = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: hidden ? 1 : failed, skipped };
}

/** `N passed, N failed`, and `, N skipped` where there are any. */
export function totalLine(tally: Tally): string {
  const skipped = tally.skipped === 0 ? '' : `, ${tally.skipped} skipped`;
  return `${tally.passed} passed, ${tally.failed} failed${skipped}`;
}
