import type { SandboxRequest } from '../http.ts';
import type { Nmbrs } from '../nmbrs/index.ts';
import type { FlowText } from './texts.ts';

export interface Credentials {
  readonly subdomain: string;
  readonly email: string;
  readonly token: string;
}

export type Verdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly field: 'subdomain' | 'email' | 'token' | null;
      readonly text: FlowText;
      readonly missing?: readonly string[];
    };

/** What the flow asks for: the reads behind Kombo's employee fields (javelo-scim.md §4; which ones exactly is inferred). */
export const askedPermissions: Readonly<
  Record<'DebtorService' | 'CompanyService' | 'EmployeeService', readonly string[]>
> = {
  DebtorService: ['List_GetAll', 'Environment_Get'],
  CompanyService: ['List_GetAll', 'Company_GetCurrentPeriod'],
  EmployeeService: [
    'List_GetByCompany',
    'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany',
    'Address_GetAll_AllEmployeesByCompany',
    'Employment_GetAll_AllEmployeesByCompany',
    'Function_GetAll_AllEmployeesByCompany_V2',
    'Contract_GetAll_AllEmployeesByCompany',
    'Department_GetAll_AllEmployeesByCompany',
    'Manager_GetCurrent',
  ],
};

const escapeXml = (text: string): string => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Calls one operation as any client does, and gives the code of its fault; null = it answered. */
const callFault = async (
  nmbrs: Nmbrs,
  service: string,
  operation: string,
  who: Credentials,
): Promise<number | null> => {
  const namespace = `https://api.nmbrs.nl/soap/v3/${service}`;
  const header = `<AuthHeaderWithDomain xmlns="${namespace}"><Username>${escapeXml(who.email)}</Username><Token>${escapeXml(who.token)}</Token><Domain>${escapeXml(who.subdomain)}</Domain></AuthHeaderWithDomain>`;
  const request: SandboxRequest = {
    method: 'POST',
    url: new URL(`http://127.0.0.1/soap/v3/${service}.asmx`),
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header>${header}</soap:Header><soap:Body><${operation} xmlns="${namespace}"></${operation}></soap:Body></soap:Envelope>`,
  };
  const { status, body } = await nmbrs.handle(request);
  if (status === 200) return null;
  const text = typeof body === 'string' ? body : body instanceof Uint8Array ? '' : [...body].join('');
  return Number(/ ---&gt; (\d{4}):/.exec(text)?.[1] ?? 0);
};

/** Tries the credentials on Nmbrs itself, and then every permission that was asked for. */
export const verify = async (nmbrs: Nmbrs, who: Credentials): Promise<Verdict> => {
  if (!/^[a-z0-9-]+$/i.test(who.subdomain)) return { ok: false, field: 'subdomain', text: 'badSubdomain' };
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(who.email)) return { ok: false, field: 'email', text: 'badEmail' };
  const login = await callFault(nmbrs, 'DebtorService', 'Environment_Get', who);
  if (login === 1001) return { ok: false, field: 'token', text: 'wrongToken' };
  if (login !== null && login !== 1002) return { ok: false, field: null, text: 'unavailable' };
  const missing: string[] = [];
  for (const [service, methods] of Object.entries(askedPermissions)) {
    for (const method of methods) {
      if (!nmbrs.operations.some((each) => each.service === service && each.name === method)) continue;
      const fault = await callFault(nmbrs, service, method, who);
      if (fault === 1001) return { ok: false, field: 'subdomain', text: 'wrongSubdomain' };
      if (fault === 1002) missing.push(`${service}: ${method}`);
    }
  }
  return missing.length === 0 ? { ok: true } : { ok: false, field: null, text: 'missing', missing };
};
