import { CompanionError, type ErrorCode } from '../../core/errors.ts';
import type { Operation } from './operations.ts';

/** What a SOAP fault says, in either dialect. */
export interface FaultText {
  /** `soap:Server`, `soap:Receiver` …; may be empty. */
  readonly faultCode: string;
  /** `faultstring` (1.1) or `Reason/Text` (1.2), entities decoded. */
  readonly text: string;
}

// nmbrs-api.md §3.2. What stands before the arrow is not documented, so it may also be missing.
const coded = /--->\s*(?:[\w.]+Exception:\s*)?(\d{4}):\s*([^\r\n]*)/;
const bareCode = /^\s*(\d{4}):\s*([^\r\n]*)/;

/** Code of the closed union for a code of Nmbrs (nmbrs-api.md §3.1). */
function errorCodeOf(nmbrsCode: string): ErrorCode {
  switch (nmbrsCode) {
    case '1001':
      return 'source-auth';
    case '1002':
      return 'source-permission';
    case '1003':
    case '2003':
    case '2004':
    case '2005':
    case '2009':
      return 'source-scope';
    case '1004':
      return 'source-subscription';
    case '1006':
      return 'source-busy';
    case '2006':
      return 'source-period';
    default:
      return 'source-fault';
  }
}

/**
 * A fault as an error. Params: always `service` and `method`, which for `source-permission` are the right that is not
 * switched on; `code` and `text` of Nmbrs for those that need them. `secret` is cut out of every quoted text.
 */
export function faultToError(fault: FaultText, operation: Operation, secret: string): CompanionError {
  const where = { service: operation.service, method: operation.method };
  const match = coded.exec(fault.text) ?? bareCode.exec(fault.text);
  if (!match) {
    // The one refusal that comes without a code (nmbrs-api.md §3.1).
    if (/invalid combination email\/password/i.test(fault.text)) return new CompanionError('source-auth', where);
    return new CompanionError('source-fault', {
      ...where,
      code: fault.faultCode.replace(/^.*:/, '').slice(0, 40),
      text: quote(fault.text, secret),
    });
  }
  const [, code = '', text = ''] = match;
  const errorCode = errorCodeOf(code);
  const quoted = errorCode === 'source-fault' || errorCode === 'source-scope' || errorCode === 'source-period';
  return new CompanionError(errorCode, quoted ? { ...where, code, text: quote(text, secret) } : where);
}

function quote(text: string, secret: string): string {
  const clean = secret === '' ? text : text.replaceAll(secret, '…');
  return clean.replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** 1002, 1003 and their like: somebody has to allow it, and repeating changes nothing. */
export function isNotAllowed(error: unknown): boolean {
  return error instanceof CompanionError && (error.code === 'source-permission' || error.code === 'source-scope');
}

/** What ends a call for good, but not the run, where the call is no more than a help: it is not allowed, or not understood. */
export function isDispensable(error: unknown): boolean {
  if (isNotAllowed(error)) return true;
  return error instanceof CompanionError && (error.code === 'source-invalid' || error.code === 'source-fault');
}
