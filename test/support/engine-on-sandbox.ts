import { createScheduler } from '../../utils/ports/scheduler.ts';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createNmbrsSource } from '../../utils/connectors/nmbrs/source.ts';
import { javeloProfile } from '../../utils/connectors/scim/profiles/javelo.ts';
import { createScimTarget } from '../../utils/connectors/scim/target.ts';
import type { RunId } from '../../utils/core/ids.ts';
import { defaultPolicy, type Policy } from '../../utils/core/policy.ts';
import type { Run, RunMode, RunTask } from '../../utils/core/run/run.ts';
import { createEngine } from '../../utils/engine/engine.ts';
import { systemClock } from '../../utils/platform/system-clock.ts';
import { openJournal } from '../../utils/storage/journal.ts';
import type { SandboxReady } from './sandbox-control.ts';

/** The engine with its real connectors and a journal of its own, in Node, pointed at a running sandbox. */
export function engineOnSandbox(ready: SandboxReady, choices: Partial<Policy> = {}) {
  const journal = openJournal({ name: 'companion', factory: new IDBFactory() });
  const { api: apiUrl, domain, email, token } = ready.nmbrs;
  const engine = createEngine({
    source: async () => createNmbrsSource({ apiUrl, domain, email, token, clock: systemClock }),
    target: async () =>
      createScimTarget({
        scimUrl: ready.javelo.scim,
        token: ready.javelo.token,
        profile: javeloProfile,
        clock: systemClock,
      }),
    journal,
    clock: systemClock,
    scheduler: createScheduler(),
    wakeUp: { scheduleAt: async () => {}, cancel: async () => {} },
    status: { publish: async () => {} },
    // The seeds change more people at a time than an admin would wave through.
    policy: async () => ({ ...defaultPolicy, minimumForPercent: Number.POSITIVE_INFINITY, ...choices }),
    owner: 'test',
    newRunId: () => crypto.randomUUID() as RunId,
  });
  const run = async (request: { readonly mode?: RunMode; readonly task?: RunTask } = {}): Promise<Run> => {
    await engine.start({ mode: 'live', trigger: 'manual', ...request });
    const rest = await engine.resume();
    if (rest.state !== 'ended') throw new Error(`the run did not end: ${rest.state}`);
    return rest.run;
  };
  return { journal, run, sync: () => run() };
}
