import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Recording } from './recording.ts';

const program = fileURLToPath(new URL('./replay-server.ts', import.meta.url));

export interface Replay {
  /** Where the recorded API answers. */
  readonly api: string;
  /** The recording as a file, for other processes. */
  readonly file: string;
  stop(): void;
}

/** Serves a recording from a process of its own. */
export async function replay(recording: Recording): Promise<Replay> {
  const folder = mkdtempSync(join(tmpdir(), 'companion-bench-'));
  const file = join(folder, 'recording.json');
  writeFileSync(file, JSON.stringify(recording));
  const child = fork(program, [file], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const port = await new Promise<number>((done, fail) => {
    child.once('message', (message) => done(Number(message)));
    child.once('exit', (code) => fail(new Error(`the replay server ended with ${code}`)));
  });
  return {
    api: `http://127.0.0.1:${port}/soap/v3`,
    file,
    stop() {
      child.removeAllListeners('exit');
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
