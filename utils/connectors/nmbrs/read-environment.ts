import { CompanionError, type Notice } from '../../core/errors.ts';
import { isDispensable } from './faults.ts';
import { employeeTypes, operations } from './operations.ts';
import { collectCompanies, collectDebtors, collectEmployeeTypes, type ListedCompany } from './records/lists.ts';
import { leafText } from './small-answer.ts';
import type { SoapClient } from './soap-client.ts';

export interface EnvironmentReading {
  readonly debtors: readonly string[];
  readonly companies: readonly ListedCompany[];
}

/** Debtors and companies: what the token may see, in two calls. */
export async function readEnvironment(client: SoapClient): Promise<EnvironmentReading> {
  const [debtors, companies] = await Promise.all([
    client.stream(operations.debtors, {}, collectDebtors),
    client.stream(operations.companies, {}, collectCompanies),
  ]);
  const byId = new Map(companies.map((company) => [company.id, company]));
  return { debtors: [...new Set(debtors)], companies: [...byId.values()] };
}

/**
 * The subdomain that e-mail and token belong to; `null` where Environment_Get does not tell. It may be a right of its own
 * (nmbrs-ui.md §4.2), so a refusal only means "valid, not fully verified". Throws `source-auth` where e-mail or token are wrong.
 */
export async function readDomain(client: SoapClient): Promise<string | null> {
  try {
    const domain =
      leafText(await client.ask(operations.environment), 'SubDomain')
        ?.trim()
        .toLowerCase() ?? '';
    return domain === '' ? null : domain;
  } catch (error) {
    if (isDispensable(error)) return null;
    throw error;
  }
}

/**
 * Nmbrs says 1001 for a wrong token and for a wrong domain alike. Where the token is known to belong to another domain,
 * it is the domain: `source-domain`, which names the right one.
 */
export function explainAuth(error: unknown, typed: string, known: string | null): unknown {
  if (!(error instanceof CompanionError) || error.code !== 'source-auth') return error;
  if (known === null || known === typed) return error;
  return new CompanionError('source-domain', { input: typed, expected: known }, { cause: error });
}

/** The two types everything rests on are known, but officially published nowhere (nmbrs-api.md §2.8): says so if they are not there. */
export async function checkEmployeeTypes(client: SoapClient): Promise<readonly Notice[]> {
  try {
    const known = new Set(await client.stream(operations.employeeTypes, {}, collectEmployeeTypes));
    if (known.size === 0) return [];
    return Object.values(employeeTypes)
      .filter((type) => !known.has(String(type)))
      .map((type) => ({ code: 'employee-type-missing', params: { type } }));
  } catch (error) {
    if (isDispensable(error)) return [];
    throw error;
  }
}
