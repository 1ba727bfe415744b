import { describe, expect, test } from 'vitest';
import { scimBaseUrl } from '../../../utils/connectors/scim/address.ts';
import { CompanionError } from '../../../utils/core/errors.ts';

describe('what an admin types becomes the SCIM address', () => {
  test.each([
    ['https://api.javelo.io/', 'https://api.javelo.io/scim/v2'],
    ['https://api.javelo.io', 'https://api.javelo.io/scim/v2'],
    ['  api.javelo.io  ', 'https://api.javelo.io/scim/v2'],
    ['API.Javelo.io', 'https://api.javelo.io/scim/v2'],
    ['https://api.javelo.io/scim', 'https://api.javelo.io/scim/v2'],
    ['https://api.javelo.io/scim/v2', 'https://api.javelo.io/scim/v2'],
    ['https://api.javelo.io/scim/v2///', 'https://api.javelo.io/scim/v2'],
    ['https://api.javelo.io/scim/v2/Users?start_index=1&count=3', 'https://api.javelo.io/scim/v2'],
    ['https://api.javelo.io/scim/v2/ServiceProviderConfig', 'https://api.javelo.io/scim/v2'],
    ['https://api.staging.javelo.io', 'https://api.staging.javelo.io/scim/v2'],
    ['https://acme.javelo.io/auth/login', 'https://api.javelo.io/scim/v2'],
    ['https://scim.acme.example:8443/tenants/7/scim/v2/', 'https://scim.acme.example:8443/tenants/7/scim/v2'],
    ['http://127.0.0.1:4100/scim/v2', 'http://127.0.0.1:4100/scim/v2'],
    ['127.0.0.1:4100', 'http://127.0.0.1:4100/scim/v2'],
    ['http://[::1]:4100/', 'http://[::1]:4100/scim/v2'],
    ['http://acme.javelo.localhost:4100/', 'http://acme.javelo.localhost:4100/scim/v2'],
  ])('%s', (input, expected) => {
    expect(scimBaseUrl(input)).toBe(expected);
  });

  test.each([
    '',
    '   ',
    'javelo',
    'http://api.javelo.io/scim/v2',
    'ftp://api.javelo.io',
    'https://admin:secret@api.javelo.io',
    'https://192.168.1.10/scim/v2',
    'not an address',
    'https://',
    'javascript:alert(1)',
  ])('refuses %j', (input) => {
    expect(() => scimBaseUrl(input)).toThrow(expect.objectContaining({ code: 'target-address' }));
  });

  test('quotes what was typed, but no token that was pasted into the wrong field', () => {
    const params = (input: string) => {
      try {
        return scimBaseUrl(input);
      } catch (error) {
        return error instanceof CompanionError ? error.params : error;
      }
    };
    expect(params('http://api.javelo.io/scim')).toEqual({ input: 'http://api.javelo.io/scim' });
    for (const token of [
      'scim_5b1c7f6f9a2e4d0c8b3a6e1f7d2c4b9a',
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4ifQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
      'https://user:5b1c7f6f9a2e4d0c8b3a6e1f7d2c4b9a@api.javelo.io',
      'http://api.javelo.io/?token=5b1c7f6f9a2e4d0c8b3a6e1f',
    ]) {
      const text = JSON.stringify(params(token));
      expect(text).toContain('input');
      expect(text).not.toMatch(/5b1c7f6f9a2e|eyJhbGci|SflKxw/);
    }
  });
});
