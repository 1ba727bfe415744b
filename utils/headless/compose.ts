import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createNmbrsSource } from '../connectors/nmbrs/source.ts';
import { scimProfiles } from '../connectors/scim/profiles/all.ts';
import { createScimTarget } from '../connectors/scim/target.ts';
import { CompanionError } from '../core/errors.ts';
import { hashText } from '../core/hash.ts';
import type { RunId } from '../core/ids.ts';
import { toPolicy } from '../core/policy.ts';
import type { Run } from '../core/run/run.ts';
import { createEngine } from '../engine/engine.ts';
import type { Clock } from '../ports/clock.ts';
import type { Engine } from '../ports/engine.ts';
import type { Journal } from '../ports/journal.ts';
import { createScheduler } from '../ports/scheduler.ts';
import type { Settings } from '../ports/settings.ts';
import { openSqliteStore } from '../storage/sqlite/sqlite-store.ts';
import type { HeadlessOptions } from './options.ts';
import { becomeSoleProcess } from './sole-process.ts';

export interface Headless {
  readonly engine: Engine;
  readonly journal: Journal;
  readonly settings: Pick<Settings, 'readPolicy' | 'savePolicy'>;
  close(): void;
}

/** The same engine as in the browser, among parts that need none. Throws CompanionError `storage-refused`, `run-active`. */
export function composeHeadless(options: HeadlessOptions, clock: Clock, publish: (run: Run) => void): Headless {
  const { nmbrs, target } = options;
  const path = journalPath(options);
  const sole = becomeSoleProcess(`${path}.lock`);
  const { journal, settings, close } = openSqliteStore(path);
  const engine = createEngine({
    source: async () => createNmbrsSource({ ...nmbrs, clock }),
    target: async (negotiated) => {
      if (!target) throw new CompanionError('not-connected');
      return createScimTarget({ ...target, profile: scimProfiles[target.profile], negotiated, clock });
    },
    journal,
    clock,
    scheduler: createScheduler(),
    // Whoever calls the command is its alarm clock.
    wakeUp: { scheduleAt: async () => {}, cancel: async () => {} },
    status: { publish: async (run) => publish(run) },
    policy: async () => toPolicy(options.policy ?? (await settings.readPolicy())),
    // Whoever had this name before is dead: this is the sole process.
    owner: 'headless',
    newRunId: () => randomUUID() as RunId,
  });
  return {
    engine,
    journal,
    settings,
    close() {
      close();
      sole.release();
    },
  };
}

/** One journal per connection: links of one tenant mean nothing in another. */
function journalPath({ nmbrs, target, stateFolder }: HeadlessOptions): string {
  try {
    // Names and e-mail addresses of people are in it.
    mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new CompanionError('storage-refused', { name: 'state' }, { cause });
  }
  const connection = hashText(JSON.stringify([nmbrs.apiUrl, nmbrs.domain, target?.scimUrl ?? null])).slice(0, 16);
  return join(stateFolder, `${nmbrs.domain}-${connection}.sqlite`);
}
