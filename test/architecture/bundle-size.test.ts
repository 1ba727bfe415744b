import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import { buildExtension } from '../browser/build-extension.ts';
import { filesOfPage } from '../support/built-page.ts';

/** gzip bytes of all that a page can load in one language (issue 8). */
const limits = { options: 150_000, popup: 45_000 } as const;

it.each(browserKinds.flatMap((kind) => (['options', 'popup'] as const).map((page) => ({ kind, page }))))(
  'the $page page for $kind stays light',
  { timeout: 60_000 },
  async ({ kind, page }) => {
    const folder = await buildExtension(kind, 'production');
    const sizes = ['en', 'nl', 'fr'].map((language) =>
      filesOfPage(folder, `${page}.html`, language).reduce(
        (sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length,
        0,
      ),
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(limits[page]);
    expect(Math.min(...sizes)).toBeGreaterThan(5_000);
  },
);
