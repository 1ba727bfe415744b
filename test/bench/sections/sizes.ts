import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildExtension } from '../../browser/build-extension.ts';

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
      popup: ofPage(folder, 'popup.html'),
      options: ofPage(folder, 'options.html'),
      nmbrsContent: gzipped(folder, ['content-scripts/nmbrs.js']),
      javeloContent: gzipped(folder, ['content-scripts/javelo.js']),
    },
    zipBytes: gzipped(
      folder,
      globSync('**/*', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile()),
    ),
  };
}

/** A page with every script and style that it can come to load, but for the languages that nobody reads at the same time. */
function ofPage(folder: string, page: string): number {
  const html = readFileSync(join(folder, page), 'utf8');
  const found = new Set<string>([page]);
  const queue = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path]) => path ?? '');
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (found.has(path) || /chunks\/(nl|fr)-/.test(path)) continue;
    found.add(path);
    if (!path.endsWith('.js')) continue;
    const code = readFileSync(join(folder, path), 'utf8');
    for (const [, relative] of code.matchAll(/["'`]\.\/([\w-]+\.js)["'`]/g)) queue.push(`chunks/${relative}`);
    for (const [, asset] of code.matchAll(/["'`](assets\/[\w-]+\.css)["'`]/g)) queue.push(asset ?? '');
  }
  return gzipped(folder, [...found]);
}

function gzipped(folder: string, paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0);
}
