import type { ProfileOverrides } from '../core/connection/profile-setting.ts';
import type { TargetProfileName } from '../core/connection/target-profile-name.ts';
import type { PermissionService } from '../core/permissions/permission.ts';
import type { PolicySettings } from '../core/policy.ts';
import type { Schedule } from '../core/schedule/schedule.ts';

/** The configured connection: addresses and names, never a secret. */
export interface ConnectionSettings {
  readonly nmbrs: { readonly apiUrl: string; readonly domain: string; readonly email: string } | null;
  readonly target: {
    readonly scimUrl: string;
    readonly profile: TargetProfileName;
    /** What the admin has set otherwise than the profile assumes; absent = nothing. */
    readonly overrides?: ProfileOverrides;
  } | null;
}

/** Who brings people to Javelo: Javelo itself through its own connection flow, or the companion. */
export type Way = 'hosted' | 'direct';

/** A permission as the connection flow lists it; the service where it says so. */
export interface ListedPermission {
  readonly service: PermissionService | null;
  readonly method: string;
}

/** How the two systems are connected for this tenant. */
export interface HandoverSettings {
  /** What the admin chose; null = nothing yet. One per tenant, because two writers would fight. */
  readonly way: Way | null;
  /** Where Javelo's connection flow comes from. Its name is inferred (javelo-scim.md §4), so it can be changed. */
  readonly flowHost: string;
  /** Whether the flow was seen to end well, so that Javelo reads Nmbrs by itself. */
  readonly hostedConnected: boolean;
  /** The permissions that the flow's page asks for, as last read there; null = never. */
  readonly permissions: readonly ListedPermission[] | null;
}

/** The admin's choice, and since when it counts. */
export interface ScheduleSettings {
  readonly schedule: Schedule;
  /** When it was chosen, or the last scheduled run began; ms since 1970. */
  readonly sinceMs: number;
}

export interface Settings {
  readConnection(): Promise<ConnectionSettings>;
  saveConnection(settings: ConnectionSettings): Promise<void>;
  readHandover(): Promise<HandoverSettings>;
  saveHandover(settings: HandoverSettings): Promise<void>;
  readSchedule(): Promise<ScheduleSettings>;
  saveSchedule(settings: ScheduleSettings): Promise<void>;
  /** Throws `journal-damaged`: without them nothing may be planned. */
  readPolicy(): Promise<PolicySettings>;
  savePolicy(settings: PolicySettings): Promise<void>;
}
