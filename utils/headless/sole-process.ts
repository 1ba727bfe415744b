import { DatabaseSync } from 'node:sqlite';
import { CompanionError } from '../core/errors.ts';

const busy = 5;

/**
 * Makes this the only process that works on a journal, as long as it lives: the operating system itself takes SQLite's file lock
 * back when a process dies, so nobody has to wait for a dead one's lease. Throws `run-active` where another process is at work.
 */
export function becomeSoleProcess(path: string): { release(): void } {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null;
    throw new CompanionError(code === busy ? 'run-active' : 'storage-refused', { name: 'lock' }, { cause: error });
  }
  return { release: () => database.close() };
}
