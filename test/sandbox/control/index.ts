import { computeExpected } from '../expected/index.ts';
import type { createFaults } from '../faults.ts';
import type { SandboxHandler, SandboxReply } from '../http.ts';
import type { JaveloPages } from '../javelo/pages/index.ts';
import type { JaveloScim } from '../javelo/scim/index.ts';
import type { Nmbrs } from '../nmbrs/index.ts';
import type { NmbrsPages } from '../nmbrs/pages/index.ts';
import { changePeople } from '../people/changes.ts';
import { employeeTypes, type Population } from '../people/records.ts';
import { switchProfile } from './profile.ts';

export interface ControlOptions {
  readonly population: () => Population;
  readonly nmbrs: Nmbrs;
  readonly nmbrsPages: NmbrsPages;
  readonly javelo: JaveloScim;
  readonly javeloPages: JaveloPages;
  readonly faults: ReturnType<typeof createFaults>;
  /** Back to the seed: people, accounts, switches, faults and counts. */
  readonly reset: () => void;
}

const json = (status: number, value: unknown): SandboxReply => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: `${JSON.stringify(value)}\n`,
});

const whole = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;

/** The sandbox's own interface: what is there, what should be, and what is to happen next. */
export const createControl = ({
  population,
  nmbrs,
  nmbrsPages,
  javelo,
  javeloPages,
  faults,
  reset,
}: ControlOptions): SandboxHandler => {
  const visible = (): Population => {
    const people = population();
    const { hiddenCompanies } = nmbrs.account;
    if (hiddenCompanies.size === 0) return people;
    return {
      ...people,
      companies: people.companies.filter(({ id }) => !hiddenCompanies.has(id)),
      employees: people.employees.filter(({ companyId }) => !hiddenCompanies.has(companyId)),
    };
  };
  const listOf = (body: unknown): readonly unknown[] => (Array.isArray(body) ? body : [body]);

  const routes: Readonly<Record<string, (body: unknown) => unknown>> = {
    'GET /control/state': () => ({
      nmbrs: {
        employees: population().employees.filter(({ type }) => type === employeeTypes.payroll).length,
        calls: nmbrs.calls(),
        ui: nmbrsPages.state(),
      },
      javelo: { requests: javelo.requests(), users: javelo.users(), integrations: javeloPages.integrations() },
    }),
    'GET /control/expected': () => computeExpected(visible(), javelo.users()),
    'POST /control/people': (body) => {
      const { hire, leave, change, seed } = (body ?? {}) as Readonly<Record<string, unknown>>;
      return changePeople(population(), {
        hire: whole(hire),
        leave: whole(leave),
        change: whole(change),
        seed: String(seed ?? 1),
      });
    },
    'POST /control/javelo/users': (body) => {
      const users = listOf((body as { users?: unknown } | null)?.users ?? body);
      javelo.plant([...users]);
      return { planted: users.length };
    },
    'POST /control/profile': (body) => switchProfile(body, { nmbrs, nmbrsPages, javelo, javeloPages }),
    'GET /control/faults': () => faults.list(),
    'POST /control/faults': (body) => {
      faults.add(listOf(body));
      return faults.list();
    },
    'DELETE /control/faults': () => {
      faults.clear();
      return [];
    },
    'POST /control/reset': () => {
      reset();
      return { ok: true };
    },
  };

  return ({ method, url, body }) => {
    const route = routes[`${method} ${url.pathname.replace(/\/$/, '')}`];
    if (!route)
      return json(404, { error: `no such control: ${method} ${url.pathname}`, controls: Object.keys(routes) });
    try {
      return json(200, route(body === '' ? undefined : JSON.parse(body)));
    } catch (error) {
      return json(400, { error: error instanceof Error ? error.message : String(error) });
    }
  };
};
