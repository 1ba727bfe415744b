import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { locales } from '../../utils/i18n/locales.ts';
import { overSize } from '../bench/budget.ts';
import { measureSizes } from '../bench/sections/sizes.ts';
import { browserKinds } from '../browser/browser-kind.ts';
import { buildExtension } from '../browser/build-extension.ts';
import { filesOfPage } from '../support/built-page.ts';

/** The writer of workbooks, which is loaded when an admin asks for the import file and never otherwise. */
const workbookWriter = /(?:^|\/)universal-[\w-]+\.js$/;

/** gzip bytes of all that a page can load in one language (issue 8). */
const limits = { options: 150_000, popup: 45_000 } as const;

it.each(browserKinds.flatMap((kind) => (['options', 'popup'] as const).map((page) => ({ kind, page }))))(
  'the $page page for $kind stays light',
  { timeout: 60_000 },
  async ({ kind, page }) => {
    const folder = await buildExtension(kind, 'production');
    const sizes = locales.map((language) =>
      filesOfPage(folder, `${page}.html`, language).reduce(
        (sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length,
        0,
      ),
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(limits[page]);
    expect(Math.min(...sizes)).toBeGreaterThan(5_000);
  },
);

it('nothing that is loaded grows by more than a tenth over test/bench/budget.json', { timeout: 60_000 }, async () => {
  const sizes = await measureSizes();
  expect(overSize(sizes)).toEqual([]);
  // The guide's budget on Nmbrs pages (issue 6), and the card's on Javelo's.
  expect(sizes.gzipBytes.nmbrsContent).toBeLessThanOrEqual(45_000);
  expect(Math.min(...Object.values(sizes.gzipBytes))).toBeGreaterThan(5_000);
});

it('the writer of workbooks is one bundle, and light enough for the click that asks for it', {
  timeout: 60_000,
}, async () => {
  const folder = await buildExtension('chromium', 'production');
  const [writer, ...others] = globSync('chunks/*.js', { cwd: folder }).filter((path) => workbookWriter.test(path));
  expect(others).toEqual([]);
  expect(gzipSync(readFileSync(join(folder, writer ?? ''))).length).toBeLessThanOrEqual(30_000);
});
