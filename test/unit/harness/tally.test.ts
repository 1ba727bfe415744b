import { describe, expect, it } from 'vitest';
import { add, nothing, tallyOf, totalLine } from '../../run/tally.ts';

const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

describe('the tally of all suites', () => {
  it('counts tests', () => {
    const tally = tallyOf({ ...report, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }, 1);
    expect(tally).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  it.each([
    ['a file that does not load or an unhandled error', report, 1],
    ['no test at all', { ...report, numPassedTests: 0 }, 0],
    ['a report that is none', null, 0],
  ])('counts %s as a failure', (_, given, exitCode) => {
    expect(tallyOf(given, exitCode).failed).toBe(1);
  });

  it('ends with the line that CI reads', () => {
    expect(totalLine(add(tallyOf(report, 0), { ...nothing, passed: 3 }))).toBe('10 passed, 0 failed');
    expect(totalLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
  });
});
