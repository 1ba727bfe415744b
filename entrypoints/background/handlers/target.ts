import { readNegotiated } from '../../../utils/connectors/scim/negotiated.ts';
import { applyOverrides, describeProfile } from '../../../utils/connectors/scim/overrides.ts';
import { scimProfiles } from '../../../utils/connectors/scim/profiles/all.ts';
import { CompanionError } from '../../../utils/core/errors.ts';
import { findNotAccepted, memoryKeys, unpackTallies } from '../../../utils/engine/memory-keys.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import type { OpenServices, Services } from '../services.ts';
import { refuseDuringRun } from './connection.ts';

type TargetMessages = 'target.profile' | 'target.saveProfile' | 'target.findOutAgain';

export function createTargetHandlers(open: OpenServices): Pick<Handlers, TargetMessages> {
  return {
    async 'target.profile'() {
      return view(await open());
    },
    async 'target.saveProfile'({ overrides }) {
      const services = await open();
      const { target } = await requireTarget(services);
      applyOverrides(scimProfiles[target.profile], overrides);
      await refuseDuringRun(services);
      const connection = await services.settings.readConnection();
      await services.settings.saveConnection({ ...connection, target: { ...target, overrides } });
      // What was not accepted under another name may be under this one.
      await services.journal.remember([{ key: memoryKeys.attributes, value: null }]);
      return view(services);
    },
    async 'target.findOutAgain'() {
      const services = await open();
      await refuseDuringRun(services);
      await services.journal.remember([
        { key: memoryKeys.attributes, value: null },
        { key: memoryKeys.negotiated, value: null },
      ]);
      return view(services);
    },
  };
}

async function requireTarget({ settings }: Services) {
  const { target } = await settings.readConnection();
  if (!target) throw new CompanionError('not-connected');
  return { target };
}

async function view(services: Services) {
  const { target } = await requireTarget(services);
  const { journal, clock } = services;
  const memory = await journal.recall([memoryKeys.attributes, memoryKeys.negotiated]);
  const negotiated = memory.get(memoryKeys.negotiated);
  return {
    profile: target.profile,
    settings: describeProfile(scimProfiles[target.profile], target.overrides ?? {}, negotiated),
    foundAtMs: readNegotiated(negotiated)?.atMs ?? null,
    notAccepted: findNotAccepted(unpackTallies(memory.get(memoryKeys.attributes), clock.nowMs())),
  };
}
