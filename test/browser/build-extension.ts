import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserKind } from './browser-kind.ts';
import { runWxt } from './run-wxt.ts';

export type BuildMode = 'e2e' | 'production';

const root = fileURLToPath(new URL('../..', import.meta.url));
const inputs = [
  'entrypoints/**',
  'components/**',
  'utils/**',
  'assets/**',
  'wxt.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** A digest of everything the extension is made of. */
function hashInputs(): string {
  const hash = createHash('sha256');
  const files = globSync(inputs, { cwd: root }).filter((path) => statSync(join(root, path)).isFile());
  for (const path of files.sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

/** Builds the extension for a browser unless the last build was made from the same files; gives its folder. */
export async function buildExtension(kind: BrowserKind, mode: BuildMode): Promise<string> {
  const browser = kind === 'chromium' ? 'chrome' : 'firefox';
  const folder = join(root, '.output', `${browser}-mv3${mode === 'e2e' ? '-e2e' : ''}`);
  const stamp = `${folder}.built-from`;
  const hash = hashInputs();
  const upToDate =
    existsSync(join(folder, 'manifest.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (!upToDate) {
    await runWxt(root, ['build', '--mode', mode, '--browser', browser]);
    writeFileSync(stamp, hash);
  }
  return folder;
}
