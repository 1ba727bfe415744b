import type { TargetProfile } from '../../utils/connectors/scim/profile.ts';
import { scimProfiles } from '../../utils/connectors/scim/profiles/all.ts';
import { createScimTarget, type ScimTargetOptions } from '../../utils/connectors/scim/target.ts';
import type { Clock } from '../../utils/ports/clock.ts';
import type { Target } from '../../utils/ports/target.ts';
import type { SandboxRequest } from '../sandbox/http.ts';
import { createJaveloScim, type JaveloScim, type Profile } from '../sandbox/javelo/scim/index.ts';
import { serve } from './serve.ts';

export const sandboxToken = 'scim-canary-1f0d9c7e5b3a';

export interface ScimSandbox {
  readonly scim: JaveloScim;
  readonly scimUrl: string;
  /** Every request that arrived, in order. */
  readonly log: readonly SandboxRequest[];
  /** A target for this sandbox, by default with the profile of the same name and small pages. */
  target(options?: Partial<ScimTargetOptions>, pageSize?: number): Target;
  close(): Promise<void>;
}

export const systemClock: Clock = {
  nowMs: Date.now,
  sleepUntil: () => Promise.reject(new Error('the connector never sleeps')),
};

function withPages(profile: TargetProfile, pageSize: number): TargetProfile {
  return { ...profile, paging: { ...profile.paging, pageSize } };
}

/** The sandbox's SCIM service alone, on a port of its own. */
export async function openScimSandbox(
  name: Profile,
  switches: Record<string, unknown> = {},
  now: () => number = Date.now,
): Promise<ScimSandbox> {
  const scim = createJaveloScim({ profile: name, token: sandboxToken, now });
  scim.configure(switches);
  const log: SandboxRequest[] = [];
  const served = await serve((request) => {
    log.push(request);
    return scim.handle(request);
  });
  const scimUrl = `${served.origin}/scim/v2`;
  return {
    scim,
    scimUrl,
    log,
    target: (options = {}, pageSize = 10) =>
      createScimTarget({
        scimUrl,
        token: sandboxToken,
        clock: systemClock,
        profile: withPages(scimProfiles[name], pageSize),
        ...options,
      }),
    close: served.close,
  };
}
