import { XMLBuilder } from 'fast-xml-parser';
import type { Operation } from './operations.ts';
import { namespaceOf } from './operations.ts';

export interface Credentials {
  readonly email: string;
  readonly token: string;
  readonly domain: string;
}

export type OperationValues = Readonly<Record<string, string | number>>;

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true });

/**
 * Writes a SOAP 1.1 request: the header in the namespace of the called service, its children in the order of the schema
 * (nmbrs-api.md §2.2). Values are escaped; characters that XML cannot carry are dropped.
 */
export function buildEnvelope(operation: Operation, values: OperationValues, credentials: Credentials): string {
  const xmlns = namespaceOf(operation.service);
  const header = {
    '@xmlns': xmlns,
    Username: printable(credentials.email),
    Token: printable(credentials.token),
    ...(operation.header === 'AuthHeaderWithDomain' ? { Domain: printable(credentials.domain) } : {}),
  };
  const parameters = operation.parameters.map((name) => [name, printable(String(values[name] ?? ''))] as const);
  const body = builder.build({
    'soap:Envelope': {
      '@xmlns:soap': 'http://schemas.xmlsoap.org/soap/envelope/',
      'soap:Header': { [operation.header]: header },
      'soap:Body': { [operation.method]: { '@xmlns': xmlns, ...Object.fromEntries(parameters) } },
    },
  });
  return `<?xml version="1.0" encoding="utf-8"?>${body}`;
}

/** Sent always and quoted: SOAP 1.1 §6.1.1, and without it some servers find no action (nmbrs-api.md §2.1). */
export function soapAction(operation: Operation): string {
  return `"${namespaceOf(operation.service)}/${operation.method}"`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function printable(text: string): string {
  return text.replace(unprintable, '');
}
