import { describe, expect, it } from 'vitest';
import { readOptions, WrongUse } from '../../demo/options.ts';

describe('the options of npm run demo', () => {
  it('takes those of commands.md', () => {
    const args = ['--headed', '--browser', 'firefox', '--employees', '12', '--shots', 'pictures', '--keep', '--json'];
    expect(readOptions(args)).toEqual({
      headless: false,
      browser: 'firefox',
      employees: 12,
      shots: 'pictures',
      keep: true,
      json: true,
      readme: false,
    });
  });

  it('has 250 people in Chromium unless told otherwise', () => {
    expect(readOptions(['--headless'])).toMatchObject({ browser: 'chromium', employees: 250, headless: true });
  });

  it.each([
    [['--browser', 'lynx']],
    [['--employees', 'many']],
    [['--employees', '0']],
    [['--headless', '--headed']],
    [['--unknown']],
  ])('refuses %j with a sentence', (args) => {
    expect(() => readOptions(args)).toThrow(WrongUse);
  });

  it('gives help instead of a demo', () => {
    expect(readOptions(['--help'])).toBeNull();
  });
});
