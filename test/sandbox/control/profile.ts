import type { JaveloPages } from '../javelo/pages/index.ts';
import type { JaveloScim } from '../javelo/scim/index.ts';
import { type Behaviour, usualBehaviour } from '../nmbrs/behaviour.ts';
import { allRights } from '../nmbrs/catalogue.ts';
import type { Nmbrs } from '../nmbrs/index.ts';
import { limitedRights } from '../nmbrs/limited-rights.ts';
import type { NmbrsPages } from '../nmbrs/pages/index.ts';

const setRights = (value: unknown, { account, operations }: Nmbrs): void => {
  const methods = new Set([...allRights, ...operations.map(({ service, name }) => `${service}.${name}`)]);
  if (value === 'all' || value === 'none') {
    for (const method of methods) account.rights.set(method, value === 'all');
    return;
  }
  if (value === 'limited') {
    for (const [method, on] of limitedRights()) account.rights.set(method, on);
    return;
  }
  if (typeof value !== 'object' || value === null)
    throw new Error('rights is "all", "none", "limited" or {"EmployeeService.Manager_GetCurrent": false, …}');
  for (const [method, on] of Object.entries(value)) {
    if (!methods.has(method)) throw new Error(`rights: there is no ${method}`);
    account.rights.set(method, on === true);
  }
};

const setHidden = (value: unknown, { account }: Nmbrs): void => {
  if (!Array.isArray(value)) throw new Error('hiddenCompanies is a list of company ids');
  account.hiddenCompanies.clear();
  for (const id of value) account.hiddenCompanies.add(Number(id));
};

/** `true` is the usual bad moment of a switch, `false` the good one. */
const badMoments: Readonly<Record<string, number>> = {
  maintenanceStatus: 503,
  bulkDelayMs: 10_000,
  loginFailures: 1,
  reportPolls: 5,
};

const setBehaviour = (key: keyof Behaviour, value: unknown, { behaviour }: Nmbrs): void => {
  if (key === 'limitItems') {
    if (typeof value !== 'object' || value === null)
      throw new Error('limitItems is {"EmployeeService.List_GetByCompany": 1, …}');
    behaviour.limitItems = { ...(value as Record<string, number>) };
    return;
  }
  const number = value === true ? badMoments[key] : value === false ? usualBehaviour()[key] : value;
  if (typeof number !== 'number' || number < 0) throw new Error(`${key} is a number that is not negative`);
  behaviour[key] = number;
};

/** All that a profile may switch. */
interface Switched {
  readonly nmbrs: Nmbrs;
  readonly nmbrsPages: NmbrsPages;
  readonly javelo: JaveloScim;
  readonly javeloPages: JaveloPages;
}

/**
 * Switches behaviours of either system. The keys of Nmbrs are those of the README beside this folder; every other key
 * goes to Javelo's SCIM, and so does all under `javelo`; `javeloPages` are the switches of its pages and of the flow. Gives what is in force at Nmbrs.
 */
export const switchProfile = (body: unknown, { nmbrs, nmbrsPages, javelo, javeloPages }: Switched): unknown => {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Error('a profile is an object of switches');
  const forJavelo: Record<string, unknown> = {};
  const {
    nmbrs: ofNmbrs,
    javelo: ofJavelo,
    javeloPages: ofPages,
    ...plain
  } = body as Readonly<Record<string, unknown>>;
  if (ofPages !== undefined) javeloPages.configure(ofPages);
  const own = { ...plain, ...(typeof ofNmbrs === 'object' ? ofNmbrs : {}) };
  for (const [key, value] of Object.entries(own)) {
    if (key === 'rights') setRights(value, nmbrs);
    else if (key === 'ui') nmbrsPages.configure(value);
    else if (key === 'hiddenCompanies') setHidden(value, nmbrs);
    else if (key === 'domainOptional') nmbrs.account.domainOptional = value === true;
    else if (key in usualBehaviour()) setBehaviour(key as keyof Behaviour, value, nmbrs);
    else forJavelo[key] = value;
  }
  Object.assign(forJavelo, ofJavelo);
  if (Object.keys(forJavelo).length > 0) javelo.configure(forJavelo);
  const { rights, hiddenCompanies, domainOptional } = nmbrs.account;
  return {
    nmbrs: {
      rights: Object.fromEntries(rights),
      hiddenCompanies: [...hiddenCompanies],
      domainOptional,
      ...nmbrs.behaviour,
      ui: nmbrsPages.switches(),
    },
  };
};
