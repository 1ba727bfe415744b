import type { ProfileOverrides } from './profile.ts';

/** The configured connection: addresses and names, never a secret. */
export interface ConnectionSettings {
  readonly nmbrs: { readonly apiUrl: string; readonly domain: string; readonly email: string } | null;
  readonly target: {
    readonly scimUrl: string;
    readonly profile: 'javelo' | 'rfc';
    /** What the admin has set otherwise than the profile assumes; absent = nothing. */
    readonly overrides?: ProfileOverrides;
  } | null;
}

export interface Settings {
  readConnection(): Promise<ConnectionSettings>;
  saveConnection(settings: ConnectionSettings): Promise<void>;
}
