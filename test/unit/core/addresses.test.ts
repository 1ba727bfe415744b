import { describe, expect, it } from 'vitest';
import { parseApiUrl, parseNmbrsAddress } from '../../../utils/core/connection/addresses.ts';

const dutch = { domain: 'acme', apiUrl: 'https://api.nmbrs.nl/soap/v3' };

describe('a Nmbrs address', () => {
  it.each([
    'acme',
    '  ACME ',
    'acme.nmbrs.nl',
    'https://acme.nmbrs.nl',
    'https://acme.nmbrs.nl/applications/common/login.aspx?x=1#top',
    'HTTP://Acme.Nmbrs.nl:443/',
  ])('%j is acme', (input) => {
    expect(parseNmbrsAddress(input)).toEqual(dutch);
  });

  it('knows the Swedish API', () => {
    expect(parseNmbrsAddress('acme.nmbrs.se')).toEqual({ domain: 'acme', apiUrl: 'https://api.nmbrs.se/soap/v3' });
  });

  it.each([
    '',
    'acme.example',
    'https://acme.example/acme.nmbrs.nl',
    'acme.nmbrs.nl.evil.example',
    'api.nmbrs.nl',
    'api',
    'support.nmbrs.nl',
    'two words',
    '-acme',
    'a.b.nmbrs.nl',
    'nmbrs.nl',
    'admin@acme.example',
  ])('%j is refused', (input) => {
    expect(parseNmbrsAddress(input)).toBeNull();
  });
});

describe('an API address', () => {
  it.each([
    ['https://api.nmbrs.nl/soap/v3/', 'https://api.nmbrs.nl/soap/v3'],
    ['http://127.0.0.1:4100/soap/v3', 'http://127.0.0.1:4100/soap/v3'],
    [' https://API-sandbox.nmbrs.nl/soap/v3?wsdl ', 'https://api-sandbox.nmbrs.nl/soap/v3'],
  ])('%j is %s', (input, url) => {
    expect(parseApiUrl(input)).toBe(url);
  });

  it.each(['http://api.nmbrs.nl/soap/v3', 'api.nmbrs.nl', 'ftp://api.nmbrs.nl', ''])('%j is refused', (input) => {
    expect(parseApiUrl(input)).toBeNull();
  });
});
