import type { Population } from '../people/records.ts';
import { childText, type Element, type Envelope } from './envelope.ts';
import { codeFault } from './fault.ts';

/** The API user: its token, and the methods that its user template allows. */
export interface Account {
  email: string;
  /** Null while the API account is not activated: then nobody gets in. */
  token: string | null;
  /** The subdomain that the header's Domain must equal. */
  readonly domain: string;
  /** `EmployeeService.List_GetByCompany` → allowed; what is not named is allowed. */
  readonly rights: Map<string, boolean>;
  /** Whether a header without Domain passes; sources disagree (nmbrs-api.md §2.2). */
  domainOptional: boolean;
  /** Ids of companies that a tag keeps from this user. */
  readonly hiddenCompanies: Set<number>;
}

const headerOf = (envelope: Envelope, namespace: string): Element | undefined =>
  envelope.headers.find(
    (header) =>
      header.namespace === namespace && (header.local === 'AuthHeaderWithDomain' || header.local === 'AuthHeader'),
  );

/** Who calls? Otherwise 1001; `Environment_Get` alone needs no domain, for it answers with it (nmbrs-api.md §2.2, §2.3). */
export const authenticate = (envelope: Envelope, namespace: string, operation: string, account: Account): void => {
  const header = headerOf(envelope, namespace);
  if (!header) throw codeFault(1001);
  const user = childText(header, 'Username');
  if (user?.toLowerCase() !== account.email.toLowerCase() || childText(header, 'Token') !== account.token)
    throw codeFault(1001);
  if (operation === 'Environment_Get') return;
  const domain = header.local === 'AuthHeaderWithDomain' ? childText(header, 'Domain') : undefined;
  if (domain === undefined || domain === '' ? !account.domainOptional : domain.toLowerCase() !== account.domain)
    throw codeFault(1001);
};

/** Is the method ticked in the template? Otherwise 1002. */
export const authorise = (method: string, account: Account): void => {
  if (account.rights.get(method) === false) throw codeFault(1002);
};

/** What the user may see of the environment. */
export const visibleCompanies = (population: Population, account: Account) =>
  population.companies.filter(({ id }) => !account.hiddenCompanies.has(id));
