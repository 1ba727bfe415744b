import { createNmbrsSource } from '../../utils/connectors/nmbrs/source.ts';
import { scimProfiles } from '../../utils/connectors/scim/profiles/all.ts';
import { createScimTarget } from '../../utils/connectors/scim/target.ts';
import { CompanionError } from '../../utils/core/errors.ts';
import type { Json, RunId } from '../../utils/core/ids.ts';
import { toPolicy } from '../../utils/core/policy.ts';
import { createEngine } from '../../utils/engine/engine.ts';
import { createAlarmWakeUp } from '../../utils/platform/alarms.ts';
import { demoFlag } from '../../utils/platform/demo-flag.ts';
import { mayReach, originPattern } from '../../utils/platform/permissions.ts';
import { sessionStore } from '../../utils/platform/session-store.ts';
import { createStatusPublisher } from '../../utils/platform/status.ts';
import { systemClock } from '../../utils/platform/system-clock.ts';
import { localTimeZone } from '../../utils/platform/time-zone.ts';
import { createScheduler } from '../../utils/ports/scheduler.ts';
import type { SecretName, Secrets } from '../../utils/ports/secrets.ts';
import type { Settings } from '../../utils/ports/settings.ts';
import type { Source } from '../../utils/ports/source.ts';
import type { Target } from '../../utils/ports/target.ts';
import { openDatabase } from '../../utils/storage/database.ts';
import { createJournal } from '../../utils/storage/journal.ts';
import { createSettings } from '../../utils/storage/settings.ts';
import { createVault } from '../../utils/storage/vault/vault.ts';
import { connectDemo, demoDatabaseName, demoSession, openDemo } from './demo.ts';
import type { OpenServices, Services } from './services.ts';

const databaseName = 'companion';

/** Builds the object graph once per worker life, on first use; a failed attempt is tried again next time. */
export function createOpenServices(): OpenServices & { reopen(): void } {
  let opening: Promise<Services> | null = null;
  const reopen = () => {
    opening = null;
  };
  const open = () => {
    opening ??= compose(reopen).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  return Object.assign(open, { reopen });
}

async function compose(reopen: () => void): Promise<Services> {
  const clock = systemClock;
  const demo = (await demoFlag.isSet()) ? openDemo(clock) : null;
  const database = openDatabase({ name: demo ? demoDatabaseName : databaseName });
  const journal = createJournal(database);
  const settings = createSettings(database);
  const secrets = createVault({ database, session: demo ? demoSession(sessionStore) : sessionStore });
  if (demo) await connectDemo(settings, secrets);
  const wakeUp = createAlarmWakeUp(clock.nowMs);
  const openSource = () => (demo ? demo.openSource() : connectSource(settings, secrets));
  const openTarget = (negotiated: Json = null) =>
    demo ? demo.openTarget() : connectTarget(settings, secrets, negotiated);
  const engine = createEngine({
    source: openSource,
    target: openTarget,
    journal,
    clock,
    scheduler: createScheduler(),
    wakeUp,
    status: createStatusPublisher(clock.nowMs),
    policy: async () => toPolicy(await settings.readPolicy()),
    // One name for every life of the worker: the pump's lock keeps two of them apart, and a new one goes on at once.
    owner: 'background',
    newRunId: () => crypto.randomUUID() as RunId,
  });
  return {
    journal,
    settings,
    secrets,
    engine,
    clock,
    wakeUp,
    timeZone: localTimeZone,
    openSource,
    openTarget,
    demo,
    async erase() {
      await database.destroy();
      if (!demo) return;
      await demo.destroy();
      await openDatabase({ name: databaseName }).destroy();
      reopen();
    },
    async leaveDemo() {
      await database.destroy();
      await demo?.destroy();
      await demoFlag.set(false);
      reopen();
    },
  };
}

async function connectSource(settings: Settings, secrets: Secrets): Promise<Source> {
  const { nmbrs } = await settings.readConnection();
  if (!nmbrs) throw new CompanionError('not-connected');
  const token = await requireSecret(secrets, 'nmbrs-token');
  await requireHost(nmbrs.apiUrl);
  return createNmbrsSource({ ...nmbrs, token, clock: systemClock });
}

async function connectTarget(settings: Settings, secrets: Secrets, negotiated: Json): Promise<Target> {
  const { target } = await settings.readConnection();
  if (!target) throw new CompanionError('not-connected');
  // Two writers would fight: where Javelo reads Nmbrs by itself, nothing here may reach it, whoever asks.
  if ((await settings.readHandover()).way === 'hosted') throw new CompanionError('way-hosted');
  const token = await requireSecret(secrets, 'scim-token');
  await requireHost(target.scimUrl);
  const { scimUrl, profile, overrides } = target;
  return createScimTarget({
    scimUrl,
    token,
    profile: scimProfiles[profile],
    overrides,
    negotiated,
    clock: systemClock,
  });
}

async function requireSecret(secrets: Secrets, name: SecretName): Promise<string> {
  const secret = await secrets.read(name);
  if (secret === null) throw new CompanionError('secret-missing', { name });
  return secret;
}

/** Hosts can be taken away at any time, in both browsers (models.md d); without this a request fails like a dead network. */
async function requireHost(url: string): Promise<void> {
  const origin = originPattern(url);
  if (origin === null || !(await mayReach([origin]))) {
    throw new CompanionError('host-permission-missing', { host: new URL(url).hostname });
  }
}
