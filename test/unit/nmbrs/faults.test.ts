import { describe, expect, it } from 'vitest';
import { faultToError } from '../../../utils/connectors/nmbrs/faults.ts';
import { operations } from '../../../utils/connectors/nmbrs/operations.ts';

const where = { service: 'EmployeeService', method: 'Function_GetAll_AllEmployeesByCompany_V2' };

function errorOf(text: string, secret = 'secret-token') {
  const { code, params } = faultToError({ faultCode: 'soap:Server', text }, operations.functions, secret);
  return { code, params };
}

describe('faultToError', () => {
  it.each([
    ['1001: Invalid Authentication', 'source-auth'],
    ['1002: Unauthorized access', 'source-permission'],
    ['1003: Unauthorized access', 'source-scope'],
    ['1004: Disabled, no valid subscription', 'source-subscription'],
    ['1006: Generic Login Security Failure', 'source-busy'],
    ['2003: Unauthorized access', 'source-scope'],
    ['2004: Unauthorized access', 'source-scope'],
    ['2005: Invalid Organisation', 'source-scope'],
    ['2006: Invalid Period', 'source-period'],
    ['2009: Unauthorized access', 'source-scope'],
    ['9999: Unkown', 'source-fault'],
    ['4711: Something new', 'source-fault'],
  ])('reads %s as %s', (text, code) => {
    expect(errorOf(`Server was unable to process request. ---> ${text}`)).toMatchObject({ code, params: where });
  });

  it('names the right that is missing, and nothing else', () => {
    expect(errorOf('Server was unable to process request. ---> 1002: Unauthorized access').params).toEqual(where);
  });

  it.each([
    'System.Web.Services.Protocols.SoapException: Server was unable to process request. ---> Nmbrs.Api.ApiException: 1001: Invalid Authentication\r\n   at X',
    '--->1001:Invalid Authentication',
    '1001: Invalid Authentication',
    'Server was unable to process request. ---> Invalid combination email/password',
  ])('finds a refused login in %j', (text) => {
    expect(errorOf(text).code).toBe('source-auth');
  });

  it('keeps the text of a fault that nobody knows, without the token', () => {
    expect(errorOf('No such action\r\n for   secret-token here').params).toEqual({
      ...where,
      code: 'Server',
      text: 'No such action for … here',
    });
  });

  it('cuts a text that is too long', () => {
    expect(String(errorOf(`---> 9999: ${'x'.repeat(5000)}`).params.text)).toHaveLength(200);
  });
});
