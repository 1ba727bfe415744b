import type { Sandbox } from '../../sandbox/server.ts';

export interface SoapCall {
  readonly service?: string;
  readonly operation: string;
  readonly parameters?: string;
  readonly dialect?: '1.1' | '1.2';
  /** The header, written out; null sends none. */
  readonly header?: string | null;
  readonly action?: string;
  readonly contentType?: string;
  readonly token?: string;
  readonly domain?: string;
}

const envelopes = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
} as const;

/** Calls an operation with an envelope written by hand. */
export const callSoap = async (
  { ready }: Sandbox,
  call: SoapCall,
): Promise<{ status: number; type: string; text: string }> => {
  const { service = 'EmployeeService', operation, parameters = '', dialect = '1.1', action } = call;
  const namespace = `https://api.nmbrs.nl/soap/v3/${service}`;
  const header =
    call.header === undefined
      ? `<AuthHeaderWithDomain xmlns="${namespace}"><Username>${ready.nmbrs.email}</Username><Token>${call.token ?? ready.nmbrs.token}</Token><Domain>${call.domain ?? 'acme'}</Domain></AuthHeaderWithDomain>`
      : (call.header ?? '');
  const response = await fetch(`${ready.nmbrs.api}/${service}.asmx`, {
    method: 'POST',
    headers: {
      'Content-Type': call.contentType ?? 'text/xml; charset=utf-8',
      ...(action === undefined ? {} : { SOAPAction: action }),
    },
    body: `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${envelopes[dialect]}"><soap:Header>${header}</soap:Header><soap:Body><${operation} xmlns="${namespace}">${parameters}</${operation}></soap:Body></soap:Envelope>`,
  });
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
};

export const control = async ({ ready }: Sandbox, method: string, path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(`${ready.control}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
};
