import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Job, JobEnd } from './engine-process.ts';

const script = fileURLToPath(new URL('engine-process.ts', import.meta.url));

/** Processes with the engine: warm ones for the next job, since most of them die young. */
export class EngineLives {
  readonly #warm: ChildProcess[] = [];
  readonly #all = new Set<ChildProcess>();
  readonly #cache: string;

  constructor(cache: string) {
    this.#cache = cache;
  }

  /** Does a job; killed in the middle of it after so many ms (null = never). Gives null where it died. */
  async run(job: Job, deathMs: number | null): Promise<JobEnd | null> {
    const child = this.#warm.pop() ?? this.#spawn();
    // Its successor starts meanwhile.
    if (deathMs !== null && this.#warm.length < 2) this.#warm.push(this.#spawn());
    const end = await new Promise<JobEnd | null>((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const onMessage = (message: unknown) => {
        if (message === 'began' && deathMs !== null) timer = setTimeout(() => child.kill('SIGKILL'), deathMs);
        if (typeof message === 'object') done(message as JobEnd);
      };
      const onExit = () => done(null);
      const done = (answer: JobEnd | null) => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit);
        resolve(answer);
      };
      child.on('message', onMessage).on('exit', onExit);
      child.send(job);
    });
    // One that was told to die just as it finished is no good for the next job.
    if (end !== null && !child.killed) this.#warm.push(child);
    return end;
  }

  close(): void {
    for (const child of this.#all) child.kill('SIGKILL');
  }

  #spawn(): ChildProcess {
    const env = { ...process.env, NODE_COMPILE_CACHE: this.#cache, NODE_NO_WARNINGS: '1' };
    const child = fork(script, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#all.add(child);
    child.once('exit', () => this.#all.delete(child));
    return child;
  }
}
