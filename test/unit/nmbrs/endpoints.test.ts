import { describe, expect, it } from 'vitest';
import { resolveEndpoints } from '../../../utils/connectors/nmbrs/endpoints.ts';
import { CompanionError } from '../../../utils/core/errors.ts';

function refusalOf(input: { domain: string; apiUrl?: string }): unknown {
  try {
    return resolveEndpoints(input);
  } catch (error) {
    return error instanceof CompanionError ? { code: error.code, params: error.params } : error;
  }
}

describe('resolveEndpoints', () => {
  it.each(['acme', ' Acme ', 'acme.nmbrs.nl', 'https://acme.nmbrs.nl/applications/Common/Home.aspx?x=1#y'])(
    'takes the domain out of %s',
    (domain) => {
      expect(resolveEndpoints({ domain })).toEqual({
        domain: 'acme',
        apiUrl: 'https://api.nmbrs.nl/soap/v3',
        dialCode: '31',
      });
    },
  );

  it('sends a Swedish environment to the Swedish API, with Swedish phone numbers', () => {
    expect(resolveEndpoints({ domain: 'https://acme.nmbrs.se/' })).toEqual({
      domain: 'acme',
      apiUrl: 'https://api.nmbrs.se/soap/v3',
      dialCode: '46',
    });
  });

  it('lets a typed API address win', () => {
    expect(resolveEndpoints({ domain: 'acme', apiUrl: 'https://api-sandbox.nmbrs.nl/soap/v3/' }).apiUrl).toBe(
      'https://api-sandbox.nmbrs.nl/soap/v3',
    );
  });

  it.each(['acme.example', 'https://acme.javelo.io', '', 'a b'])('refuses %j and quotes it', (domain) => {
    expect(refusalOf({ domain })).toEqual({ code: 'source-domain', params: { input: domain } });
  });

  it('refuses an API address without encryption', () => {
    expect(refusalOf({ domain: 'acme', apiUrl: 'http://api.nmbrs.nl/soap/v3' })).toMatchObject({
      code: 'source-domain',
    });
  });
});
