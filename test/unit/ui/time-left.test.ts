import { describe, expect, it } from 'vitest';
import { loadTranslator } from '../../../utils/i18n/load-translator.ts';
import { timeLeftMs, timeLeftText } from '../../../utils/ui/time-left.ts';

const pace = { done: 100, total: 400, startedAtMs: 0, doneAtStart: 0, notBeforeMs: 0 };

describe('the time left', () => {
  it('goes on at the pace so far', () => {
    expect(timeLeftMs(pace, 50_000)).toBe(150_000);
  });

  it('counts only what this phase has done', () => {
    expect(timeLeftMs({ ...pace, doneAtStart: 50 }, 50_000)).toBe(300_000);
  });

  it('is never shorter than the pause', () => {
    expect(timeLeftMs({ ...pace, done: 399, notBeforeMs: 250_000 }, 50_000)).toBe(200_000);
  });

  it.each([
    ['at the first moment', pace, 1_000],
    ['before anything is done', { ...pace, done: 0 }, 50_000],
    ['while the total is unknown', { ...pace, total: 0 }, 50_000],
    ['when all is done', { ...pace, done: 400 }, 50_000],
  ])('is not told %s', (_when, given, now) => {
    expect(timeLeftMs(given, now)).toBeNull();
  });

  it('is told in words', async () => {
    const t = await loadTranslator(['en']);
    expect(timeLeftText(t, 10_000)).toBe('a few seconds left');
    expect(timeLeftText(t, 60_000)).toBe('about 1 minute left');
    expect(timeLeftText(t, 8 * 60_000)).toBe('about 8 minutes left');
    expect(timeLeftText(t, 2 * 3_600_000)).toBe('about 2 hours left');
  });
});
