import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserKind } from './browser-kind.ts';

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

function runWxt(args: readonly string[]): Promise<void> {
  const bin = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  // vitest sets NODE_ENV=test, which would build another extension.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done();
      else fail(new Error(`wxt ${args.join(' ')} ended with ${code}:\n${output}`));
    });
  });
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
    await runWxt(['build', '--mode', mode, '--browser', browser]);
    writeFileSync(stamp, hash);
  }
  return folder;
}
