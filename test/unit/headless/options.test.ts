import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../utils/core/policy.ts';
import { readInvocation } from '../../../utils/headless/options.ts';
import { defaultStateFolder } from '../../../utils/headless/state-folder.ts';

const args = [
  '--nmbrs-api',
  'https://api.nmbrs.nl/soap/v3/',
  '--nmbrs-domain',
  'https://acme.nmbrs.nl/applications',
  '--nmbrs-email',
  'admin@acme.example',
  '--scim',
  'https://api.javelo.io/scim/v2/Users',
  '--state',
  '/somewhere',
];
const environment = { NMBRS_TOKEN: 'canary-nmbrs', SCIM_TOKEN: 'canary-scim' };
const without = (name: string) => args.filter((_, at) => args[at] !== name && args[at - 1] !== name);

describe('the command line', () => {
  it('gives addresses as the connectors need them and tokens from the environment', () => {
    const invocation = readInvocation([...args, '--dry-run', '--approve', 'abc', '--json'], environment);
    expect(invocation.json).toBe(true);
    expect(invocation.options()).toEqual({
      nmbrs: {
        apiUrl: 'https://api.nmbrs.nl/soap/v3',
        domain: 'acme',
        email: 'admin@acme.example',
        token: 'canary-nmbrs',
      },
      target: { scimUrl: 'https://api.javelo.io/scim/v2', profile: 'javelo', token: 'canary-scim', overrides: {} },
      xlsx: null,
      policy: null,
      stateFolder: '/somewhere',
      dryRun: true,
      approve: 'abc',
    });
  });

  it('takes the choices of an exported configuration, without its schedule', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'configuration-')), 'configuration.json');
    const config = { ...defaultSettings, keepLogDays: 30, schedule: { kind: 'manual' } };
    const head = { format: 'nmbrs-javelo-companion/configuration', version: 1, product: '0.1.0', exportedAt: '' };
    writeFileSync(path, JSON.stringify({ ...head, config }));
    const read = () => readInvocation([...args, '--config', path], environment).options().policy;
    expect(read()).toEqual({ ...defaultSettings, keepLogDays: 30 });
    writeFileSync(path, JSON.stringify({ ...head, version: 9, config }));
    expect(read).toThrow(expect.objectContaining({ code: 'config-newer' }));
    rmSync(dirname(path), { recursive: true });
    expect(read).toThrow('--config names a file that cannot be read.');
  });

  it('needs no target where only the import file is wanted', () => {
    const invocation = readInvocation([...without('--scim'), '--xlsx', 'people.xlsx'], {
      NMBRS_TOKEN: 'canary-nmbrs',
    });
    expect(invocation.options()).toMatchObject({ target: null, xlsx: 'people.xlsx' });
  });

  describe('settings of the target in a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'settings-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const read = (text: string) => {
      const path = join(folder, 'settings.json');
      writeFileSync(path, text);
      return readInvocation([...args, '--target-settings', path], environment).options().target?.overrides;
    };

    it('are read and checked', () => {
      expect(read('{"paths.birthDate": null, "paging.pageSize": 50}')).toEqual({
        'paths.birthDate': null,
        'paging.pageSize': 50,
      });
      expect(() => read('{"paths.birthDat": null}')).toThrow(expect.objectContaining({ code: 'target-profile' }));
      expect(() => read('{"paging.pageSize": 0}')).toThrow(expect.objectContaining({ code: 'target-profile' }));
    });

    it.each(['', '[', '[]', '{"a":{}}'])('are refused when they are none: %s', (text) => {
      expect(() => read(text)).toThrow('--target-settings');
    });

    it('name no file that is not there', () => {
      const missing = [...args, '--target-settings', join(folder, 'nothing.json')];
      expect(() => readInvocation(missing, environment).options()).toThrow('--target-settings');
    });
  });

  it.each(['--nmbrs-api', '--nmbrs-domain', '--nmbrs-email', '--scim'])('names %s when it is missing', (name) => {
    expect(() => readInvocation(without(name), environment).options()).toThrow(name);
  });

  it.each(['NMBRS_TOKEN', 'SCIM_TOKEN'])('names %s when it is missing', (name) => {
    expect(() => readInvocation(args, { ...environment, [name]: ' ' }).options()).toThrow(name);
  });

  it.each([
    ['--nmbrs-api', 'http://api.nmbrs.nl/soap/v3'],
    ['--nmbrs-domain', 'acme.example'],
    ['--scim', 'http://api.javelo.io/scim/v2'],
    ['--profile', 'other'],
  ])('refuses %s %s', (name, value) => {
    expect(() => readInvocation([...without(name), name, value], environment).options()).toThrow();
  });

  it('never repeats a value that was typed in the wrong place', () => {
    for (const wrong of [['--token=canary-1'], ['canary-1'], ['--json=canary-1'], ['--state']]) {
      let message = '';
      try {
        readInvocation(wrong, environment);
      } catch (error) {
        message = String(error);
      }
      expect(message).toContain('--help');
      expect(message).not.toContain('canary-1');
    }
  });

  it('needs nothing for --help', () => {
    expect(readInvocation(['--help'], {}).help).toBe(true);
  });
});

it('keeps the state where the platform keeps it', () => {
  const home = '/people/me';
  const at = (platform: NodeJS.Platform, env = {}) => defaultStateFolder(platform, env, home).replaceAll('\\', '/');
  expect(at('linux')).toBe('/people/me/.local/state/nmbrs-javelo-companion');
  expect(at('linux', { XDG_STATE_HOME: '/state' })).toBe('/state/nmbrs-javelo-companion');
  expect(at('darwin')).toBe('/people/me/Library/Application Support/nmbrs-javelo-companion');
  expect(at('win32', { LOCALAPPDATA: '/local' })).toBe('/local/nmbrs-javelo-companion');
});
