import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from '../side-by-side.ts';
import type { Recording } from './recording.ts';
import type { Replay } from './replay.ts';

const program = fileURLToPath(new URL('./heap-probe.ts', import.meta.url));
const run = promisify(execFile);

/** Peak heap of our read beyond what the process had before, in MB: the median of three processes. */
export async function measureHeap({ api }: Replay, { credentials }: Recording): Promise<number> {
  const { domain, email, token } = credentials;
  const peaks: number[] = [];
  for (let probe = 0; probe < 3; probe += 1) {
    const { stdout } = await run(process.execPath, ['--expose-gc', program, api, domain, email, token]);
    peaks.push(Number(stdout));
  }
  return median(peaks);
}
