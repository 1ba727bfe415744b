import { describe, expect, it } from 'vitest';
import { readRetry, withRetry } from '../../../utils/connectors/nmbrs/retry.ts';
import { CompanionError, type ErrorCode } from '../../../utils/core/errors.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const busy = () => new CompanionError('source-busy');

/** Runs attempts that fail with these errors, one after the other, and then succeed. */
async function run(errors: readonly unknown[], signal?: AbortSignal) {
  const clock = createFakeClock();
  let attempts = 0;
  const outcome = await withRetry(
    async () => {
      const error = errors[attempts];
      attempts += 1;
      if (error !== undefined) throw error;
      return 'done';
    },
    { clock, policy: readRetry, random: () => 0.5, signal },
  ).catch((error: unknown) => (error instanceof CompanionError ? error.code : String(error)));
  return { outcome, attempts, slept: clock.slept };
}

describe('withRetry', () => {
  it('repeats what passes by itself, waiting twice as long each time', async () => {
    expect(await run([busy(), busy(), busy()])).toEqual({ outcome: 'done', attempts: 4, slept: [400, 800, 1600] });
  });

  it.each<ErrorCode>(['source-busy', 'source-unavailable', 'source-truncated', 'source-unreachable', 'source-timeout'])(
    'gives up after four attempts with %s',
    async (code) => {
      const errors = Array.from({ length: 9 }, () => new CompanionError(code));
      expect(await run(errors)).toMatchObject({ outcome: code, attempts: 4 });
    },
  );

  it.each<ErrorCode>(['source-auth', 'source-permission', 'source-scope', 'source-invalid', 'source-subscription'])(
    'never repeats %s',
    async (code) => {
      expect(await run([new CompanionError(code)])).toMatchObject({ outcome: code, attempts: 1 });
    },
  );

  it('waits as long as it was asked to, and not at all for longer than a step may take', async () => {
    const asked = (ms: number) => new CompanionError('source-unavailable', {}, { retryAfterMs: ms });
    expect(await run([asked(5_000)])).toMatchObject({ outcome: 'done', slept: [5_000] });
    expect(await run([asked(120_000)])).toEqual({ outcome: 'source-unavailable', attempts: 1, slept: [] });
  });

  it('ends with the run, and leaves bugs as they are', async () => {
    expect(await run([busy()], AbortSignal.abort())).toMatchObject({ outcome: 'source-busy', attempts: 1 });
    expect(await run([new TypeError('bug')])).toMatchObject({ outcome: 'TypeError: bug', attempts: 1 });
  });
});
