import type { SandboxReply } from '../http.ts';
import { type Dialect, dialects } from './envelope.ts';
import { escapeText } from './serialise.ts';

/** The codes of nmbrs-api.md §3.1 with the texts of the vendor. */
export const faultTexts = {
  1001: 'Invalid Authentication',
  1002: 'Unauthorized access',
  1003: 'Unauthorized access',
  1004: 'Disabled, no valid subscription',
  1006: 'Generic Login Security Failure',
  2003: 'Unauthorized access',
  2004: 'Unauthorized access',
  2006: 'Invalid Period',
  2009: 'Unauthorized access',
  2019: 'Task status not available',
  9999: 'Unkown',
} as const;

export type FaultCode = keyof typeof faultTexts;

/** Something that an operation refuses, or that a request did wrong. */
export class NmbrsFault extends Error {
  readonly side: 'Client' | 'Server';
  readonly status: number;

  constructor(message: string, side: 'Client' | 'Server', status: number) {
    super(message);
    this.side = side;
    this.status = status;
  }
}

export const codeFault = (code: number): NmbrsFault => {
  const text = code in faultTexts ? faultTexts[code as FaultCode] : 'Unkown';
  return new NmbrsFault(`Server was unable to process request. ---> ${code}: ${text}`, 'Server', 500);
};

export const clientFault = (message: string, status = 500): NmbrsFault => new NmbrsFault(message, 'Client', status);

export const envelopeStart = (dialect: Dialect): string =>
  `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${dialects[dialect].envelope}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>`;

export const envelopeEnd = '</soap:Body></soap:Envelope>';

/** A fault in the caller's dialect (nmbrs-api.md §3.2; the frame is inferred from stock ASP.NET). */
export const faultReply = (fault: NmbrsFault, dialect: Dialect): SandboxReply => {
  const text = escapeText(fault.message);
  const body =
    dialect === '1.1'
      ? `<faultcode>soap:${fault.side}</faultcode><faultstring>${text}</faultstring><detail />`
      : `<soap:Code><soap:Value>soap:${fault.side === 'Client' ? 'Sender' : 'Receiver'}</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang="en">${text}</soap:Text></soap:Reason><soap:Detail />`;
  return {
    status: fault.status,
    headers: { 'Content-Type': dialects[dialect].contentType },
    body: `${envelopeStart(dialect)}<soap:Fault>${body}</soap:Fault>${envelopeEnd}`,
  };
};
