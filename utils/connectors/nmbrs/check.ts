import { CompanionError, type ErrorInfo, toErrorInfo } from '../../core/errors.ts';
import type { PermissionCheck, SourceCheck } from '../../ports/source.ts';
import { operations } from './operations.ts';
import { type NeededPermission, neededPermissions } from './permissions.ts';
import { explainAuth, readDomain } from './read-environment.ts';
import { collectCompanies, type ListedCompany } from './records/lists.ts';
import type { SoapClient } from './soap-client.ts';

/**
 * Whether the connection works and what it may do, without reading anybody: who we are, which companies there are, and
 * for every right a call with an id that nobody has. Never throws for what Nmbrs answers.
 */
export async function checkConnection(client: SoapClient, domain: string): Promise<SourceCheck> {
  let environment: string | null = null;
  let companies: readonly ListedCompany[] = [];
  try {
    environment = await readDomain(client);
    companies = await readCompanies(client);
    const permissions = await Promise.all(neededPermissions.map((needed) => probe(client, needed)));
    const missing = permissions.find(({ required, granted }) => required && granted === false);
    const error = missing
      ? toErrorInfo(new CompanionError('source-permission', { service: missing.service, method: missing.method }))
      : emptyError(companies);
    return { ok: error === null, environment: environment ?? domain, companies, permissions, error };
  } catch (error) {
    return {
      ok: false,
      environment,
      companies: [],
      permissions: neededPermissions.map((needed) => verdict(needed, null)),
      error: toErrorInfo(explainAuth(error, domain, environment)),
    };
  }
}

/** Where even listing companies is not allowed, its probe says so; everything else ends the check. */
async function readCompanies(client: SoapClient): Promise<readonly ListedCompany[]> {
  try {
    return await client.stream(operations.companies, {}, collectCompanies);
  } catch (error) {
    if (error instanceof CompanionError && error.code === 'source-permission') return [];
    throw error;
  }
}

function emptyError(companies: readonly ListedCompany[]): ErrorInfo | null {
  return companies.length > 0 ? null : toErrorInfo(new CompanionError('source-empty'));
}

async function probe(client: SoapClient, needed: NeededPermission): Promise<PermissionCheck> {
  if (needed.probe === null) return verdict(needed, null);
  try {
    await client.ask(needed.operation, needed.probe);
    return verdict(needed, true);
  } catch (error) {
    if (!(error instanceof CompanionError)) throw error;
    switch (error.code) {
      case 'source-permission':
        return verdict(needed, false);
      case 'source-scope':
      case 'source-period':
      case 'source-fault':
      case 'source-invalid':
        // It got past the right and stumbled over the id.
        return verdict(needed, true);
      case 'source-auth':
      case 'source-subscription':
      case 'run-cancelled':
        throw error;
      default:
        return verdict(needed, null);
    }
  }
}

function verdict(needed: NeededPermission, granted: boolean | null): PermissionCheck {
  const { service, method } = needed.operation;
  return { service, method, required: needed.required, granted };
}
