import type { NmbrsPagesState } from '../sandbox/nmbrs/pages/index.ts';

/** What the sandbox prints when it is ready (commands.md). */
export interface SandboxReady {
  readonly nmbrs: {
    readonly app: string;
    readonly api: string;
    readonly domain: string;
    readonly email: string;
    readonly token: string;
  };
  readonly javelo: { readonly app: string; readonly scim: string; readonly token: string };
  readonly control: string;
}

export type ScimUser = Readonly<Record<string, unknown>>;

export interface SandboxState {
  readonly nmbrs: {
    readonly employees: number;
    readonly calls: Readonly<Record<string, number>>;
    /** What was done on the admin pages, and the rights of every template. */
    readonly ui: NmbrsPagesState;
  };
  readonly javelo: {
    readonly requests: Readonly<Record<string, number>>;
    readonly users: readonly ScimUser[];
    readonly integrations: {
      readonly nmbrs: 'absent' | 'incomplete' | 'completed';
      readonly connectedAs: { readonly subdomain: string; readonly email: string } | null;
      readonly scim: 'inactive' | 'active';
    };
  };
}

/** One account of `/control/expected`: the flat attributes of commands.md. */
export interface ExpectedUser {
  readonly externalId: string;
  readonly userName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly managerUserName: string | null;
  readonly gender: string | null;
  readonly birthDate: string | null;
  readonly title: string | null;
  readonly phoneNumber: string | null;
  readonly employeeNumber: string | null;
  readonly contractType: string | null;
  readonly firstHiredOn: string | null;
  readonly active: boolean;
}

export interface FaultRule {
  readonly system: 'nmbrs' | 'javelo';
  readonly match?: { readonly method?: string; readonly path?: string; readonly operation?: string };
  readonly after?: number;
  readonly times?: number | null;
  readonly fault: { readonly kind: string } & Readonly<Record<string, unknown>>;
}

/** The sandbox's `/control` interface: what it did, what it should hold, and what goes wrong next. */
export class SandboxControl {
  private readonly base: string;

  constructor(ready: Pick<SandboxReady, 'control'>) {
    this.base = ready.control;
  }

  state(): Promise<SandboxState> {
    return this.call('GET', 'state') as Promise<SandboxState>;
  }

  expected(): Promise<readonly ExpectedUser[]> {
    return this.call('GET', 'expected') as Promise<readonly ExpectedUser[]>;
  }

  async changePeople(change: { hire?: number; leave?: number; change?: number; seed?: number }): Promise<void> {
    await this.call('POST', 'people', change);
  }

  async setFaults(rules: readonly FaultRule[]): Promise<void> {
    await this.call('POST', 'faults', rules);
  }

  /** How many requests the standing rules have struck. */
  async countFaults(): Promise<number> {
    const rules = (await this.call('GET', 'faults')) as readonly { readonly hit: number }[];
    return rules.reduce((sum, { hit }) => sum + hit, 0);
  }

  async clearFaults(): Promise<void> {
    await this.call('DELETE', 'faults');
  }

  async switchProfile(profile: Readonly<Record<string, unknown>>): Promise<void> {
    await this.call('POST', 'profile', profile);
  }

  async reset(): Promise<void> {
    await this.call('POST', 'reset');
  }

  /** Requests that write to Javelo so far. */
  async writes(): Promise<number> {
    const { requests } = (await this.state()).javelo;
    return Object.entries(requests)
      .filter(([name]) => !name.startsWith('GET '))
      .reduce((sum, [, count]) => sum + count, 0);
  }

  private async call(method: string, name: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.base}/${name}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /control/${name} answered ${response.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
}
