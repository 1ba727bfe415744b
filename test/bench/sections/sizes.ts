import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildExtension } from '../../browser/build-extension.ts';
import { filesOfPage } from '../../support/built-page.ts';

export interface SizeFigures {
  readonly gzipBytes: Readonly<Record<'background' | 'popup' | 'options' | 'nmbrsContent' | 'javeloContent', number>>;
  /** Everything the package for Chrome holds, as it is compressed there: the sum over its files. */
  readonly zipBytes: number;
}

/** What each context loads in English, compressed; from the production build for Chrome. */
export async function measureSizes(): Promise<SizeFigures> {
  const folder = await buildExtension('chromium', 'production');
  return {
    gzipBytes: {
      background: gzipped(folder, ['background.js']),
      popup: gzipped(folder, filesOfPage(folder, 'popup.html', 'en')),
      options: gzipped(folder, filesOfPage(folder, 'options.html', 'en')),
      nmbrsContent: gzipped(folder, ['content-scripts/nmbrs.js']),
      javeloContent: gzipped(folder, ['content-scripts/javelo.js']),
    },
    zipBytes: gzipped(
      folder,
      globSync('**/*', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile()),
    ),
  };
}

function gzipped(folder: string, paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0);
}
