import type { SandboxHandler, SandboxReply, SandboxRequest } from '../../http.ts';
import { checkRate, checkToken } from './gate.ts';
import type { ScimUser } from './json.ts';
import { plantUsers } from './plant.ts';
import { route, routeName } from './routes.ts';
import { userView } from './schema-view.ts';
import { errorReply, ScimError } from './scim-error.ts';
import { changeSwitches, type Profile } from './switches.ts';
import { createSystem, type JaveloSystem } from './system.ts';

export type { ScimUser } from './json.ts';
export type { Profile } from './switches.ts';

export interface JaveloScim {
  /** Answers every request whose path begins with /scim/v2. */
  readonly handle: SandboxHandler;
  /** Stored accounts in creation order; not to be changed. */
  readonly users: () => ScimUser[];
  /** Requests that arrived, also the refused ones, by "METHOD /path". */
  readonly requests: () => Record<string, number>;
  /** Accounts that existed before. Throws for one without userName, or with a userName or id that is taken. */
  readonly plant: (users: readonly unknown[]) => void;
  /** Changes switches (README.md). Throws RangeError for an unknown name or value, and then changes none. */
  readonly configure: (switches: unknown) => void;
  readonly setToken: (token: string) => void;
  /** No accounts, no counts, a fresh limit, the profile's own switches; the token stays. */
  readonly reset: () => void;
}

/** Javelo's SCIM API as javelo-scim.md §2 tells it (`javelo`), or a strict RFC 7643/7644 service (`rfc`). */
export function createJaveloScim(options: { profile: Profile; token: string; now?: () => number }): JaveloScim {
  const now = options.now ?? Date.now;
  const system = createSystem(options.profile, now);
  let token = options.token;
  return {
    handle: (request) => {
      const reply = answer(system, request, token);
      const { latencyMs } = system.switches;
      if (latencyMs === 0) return reply;
      return new Promise((resolve) => setTimeout(() => resolve(reply), latencyMs));
    },
    users: () => [...system.users.all()],
    requests: () => ({ ...system.counts }),
    plant: (users) => plantUsers(system, users),
    configure: (switches) => {
      system.switches = changeSwitches(system.switches, switches);
      system.view = userView(system.switches.acceptedExtensionAttrs);
    },
    setToken: (next) => {
      token = next;
    },
    reset: () => {
      Object.assign(system, createSystem(options.profile, now));
    },
  };
}

function answer(system: JaveloSystem, request: SandboxRequest, token: string): SandboxReply {
  const name = routeName(request);
  system.counts[name] = (system.counts[name] ?? 0) + 1;
  try {
    checkToken(request, token);
    checkRate(system);
    return route(system, request);
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    const { validationStatus, errorShape } = system.switches;
    return errorReply(error, error.scimType === 'invalidValue' ? Number(validationStatus) : error.status, errorShape);
  }
}
