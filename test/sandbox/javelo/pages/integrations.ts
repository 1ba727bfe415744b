import { createToken } from '../../people/random.ts';

/** What Javelo knows about its integrations. `nmbrs` is what Kombo calls `setup_status` (javelo-scim.md §4). */
export interface Integrations {
  nmbrs: 'absent' | 'incomplete' | 'completed';
  /** What the admin entered in the flow, without the token. */
  connectedAs: { readonly subdomain: string; readonly email: string } | null;
  scim: 'inactive' | 'active';
}

export interface IntegrationStore {
  readonly now: Readonly<Integrations>;
  begin(): void;
  complete(connectedAs: { readonly subdomain: string; readonly email: string }): void;
  disconnect(): void;
  /** A fresh bearer token; the one before it is worth nothing any more. */
  activateScim(): string;
  reset(): void;
}

const absent = (): Integrations => ({ nmbrs: 'absent', connectedAs: null, scim: 'inactive' });

/** `setScimToken` = what makes the SCIM service accept a token. */
export const createIntegrations = (seed: string, setScimToken: (token: string | null) => void): IntegrationStore => {
  let now = absent();
  let generation = 0;
  return {
    get now() {
      return now;
    },
    begin() {
      if (now.nmbrs === 'absent') now = { ...now, nmbrs: 'incomplete' };
    },
    complete(connectedAs) {
      now = { ...now, nmbrs: 'completed', connectedAs };
    },
    disconnect() {
      now = { ...now, nmbrs: 'absent', connectedAs: null };
    },
    activateScim() {
      generation += 1;
      const token = createToken(`javelo-scim/${seed}/${generation}`);
      now = { ...now, scim: 'active' };
      setScimToken(token);
      return token;
    },
    reset() {
      now = absent();
      generation = 0;
      setScimToken(null);
    },
  };
};
