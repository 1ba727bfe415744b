import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecordedCall, Recording } from './recording.ts';

const program = fileURLToPath(new URL('./replay-server.ts', import.meta.url));

/** A recording on disk: one file for each answer, since all of them together can be longer than a string may be. */
export interface StoredRecording {
  readonly calls: readonly (Pick<RecordedCall, 'service' | 'method' | 'parameters'> & { readonly file: string })[];
  readonly wsdls: Recording['wsdls'];
}

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
  const calls = recording.calls.map(({ answer, body: _, ...call }, index) => {
    const name = join(folder, `${index}.xml`);
    writeFileSync(name, answer);
    return { ...call, file: name };
  });
  writeFileSync(file, JSON.stringify({ calls, wsdls: recording.wsdls } satisfies StoredRecording));
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
