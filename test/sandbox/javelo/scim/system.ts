import type { ScimGroup, ScimUser } from './json.ts';
import { type SchemaView, userView } from './schema-view.ts';
import { defaultSwitches, type Profile, type Switches } from './switches.ts';
import { UserStore } from './user-store.ts';

/** All that one sandbox Javelo holds. */
export interface JaveloSystem {
  readonly now: () => number;
  switches: Switches;
  view: SchemaView;
  users: UserStore;
  groups: Map<string, ScimGroup>;
  counts: Record<string, number>;
  /** Times of the requests that the rate limit let through. */
  allowed: number[];
  created: number;
  groupsCreated: number;
}

export function createSystem(profile: Profile, now: () => number): JaveloSystem {
  const switches = defaultSwitches(profile);
  return { now, switches, view: userView(switches.acceptedExtensionAttrs), ...empty() };
}

function empty(): Omit<JaveloSystem, 'now' | 'switches' | 'view'> {
  return { users: new UserStore(), groups: new Map(), counts: {}, allowed: [], created: 0, groupsCreated: 0 };
}

/** Accounts with this login; whether its case counts is a switch (unknown of Javelo, javelo-scim.md §2.5). */
export function usersByLogin(system: JaveloSystem, userName: string): readonly ScimUser[] {
  const found = system.users.find('userName', userName);
  return system.switches.userNameCase === 'exact' ? found.filter((user) => user.userName === userName) : found;
}

/** Ids are opaque text; the same sequence of creations gives the same ids. */
export function nextUserId(system: JaveloSystem): string {
  system.created += 1;
  const scattered = Math.imul(system.created, 0x9e3779b1) >>> 0;
  return `${scattered.toString(16).padStart(8, '0')}-0000-4000-8000-${system.created.toString(16).padStart(12, '0')}`;
}
