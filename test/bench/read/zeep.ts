import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Replay } from './replay.ts';

const program = fileURLToPath(new URL('./time_zeep.py', import.meta.url));
const run = promisify(execFile);

/** zeep's median in ms, measured by itself in the same way; null where no Python here has it (Debian: python3-zeep). */
export async function timeZeep({ api, file }: Replay): Promise<number | null> {
  for (const python of ['python3', '/usr/bin/python3']) {
    const has = await run(python, ['-c', 'import zeep']).then(
      () => true,
      () => false,
    );
    if (!has) continue;
    const { stdout } = await run(python, [program, api, file], { maxBuffer: 1_000_000 });
    return Number(stdout.trim());
  }
  return null;
}
