import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Runs WXT on the checkout in `folder`; rejects with everything it printed when it fails. */
export function runWxt(folder: string, args: readonly string[]): Promise<void> {
  const bin = join(folder, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  // vitest sets NODE_ENV=test, which would build another extension.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
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
