import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Config, type ConfigFile, compareConfigs } from '../../../utils/core/connection/config-file.ts';
import { defaultMapping } from '../../../utils/core/mapping/mapping-rule.ts';
import { defaultSettings } from '../../../utils/core/policy.ts';
import { readConfigFile } from '../../../utils/schemas/config-file.ts';

const config: Config = {
  ...defaultSettings,
  scope: { ...defaultSettings.scope, excludedPeople: ['7'] },
  mapping: { title: { ...defaultMapping.title, write: 'on-create' } },
  schedule: { kind: 'daily', at: '06:30' },
};
const file: ConfigFile = {
  format: 'nmbrs-javelo-companion/configuration',
  version: 1,
  product: '0.1.0',
  exportedAt: '2026-11-24T09:00:00.000Z',
  config,
};
const read = (over: object) => readConfigFile(JSON.stringify({ ...file, ...over }));

describe('a configuration file', () => {
  it('comes back as it was written, with what it came from', () => {
    expect(read({})).toEqual(file);
  });

  it('of a newer kind is refused for what it is', () => {
    expect(() => read({ version: 2, config: { anything: 1 } })).toThrow(
      expect.objectContaining({ code: 'config-newer', params: { version: 2 } }),
    );
  });

  it.each([
    ['no JSON', 'a', ''],
    ['another file', '{"version":1}', 'format'],
    ['an unknown choice', JSON.stringify({ ...file, config: { ...config, secret: 'x' } }), 'config'],
    [
      'a percentage that is none',
      JSON.stringify({ ...file, config: { ...config, policy: { ...config.policy, sourceShrinkPercent: -1 } } }),
      'config.policy.sourceShrinkPercent',
    ],
    [
      'no schedule of ours',
      JSON.stringify({ ...file, config: { ...config, schedule: { kind: 'never' } } }),
      'config.schedule.kind',
    ],
  ])('is refused as a whole: %s', (_, text, place) => {
    expect(() => readConfigFile(text)).toThrow(expect.objectContaining({ code: 'config-invalid', params: { place } }));
  });

  it('never throws anything else, whatever is in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => readConfigFile(text)).toThrow(expect.objectContaining({ code: 'config-invalid' }));
      }),
    );
  });
});

describe('comparing configurations', () => {
  it('names every place that changes, with both values', () => {
    expect(compareConfigs({ ...defaultSettings, schedule: { kind: 'manual' } }, config)).toEqual([
      { path: 'mapping.title.value.attribute', after: 'job' },
      { path: 'mapping.title.value.from', after: 'source' },
      { path: 'mapping.title.value.transformation', after: 'as-is' },
      { path: 'mapping.title.whenEmpty', after: 'keep' },
      { path: 'mapping.title.write', after: 'on-create' },
      { path: 'schedule.at', after: '06:30' },
      { path: 'schedule.kind', before: 'manual', after: 'daily' },
      { path: 'scope.excludedPeople', before: [], after: ['7'] },
    ]);
  });

  it('finds none in itself, and leaves a schedule alone that the file does not name', () => {
    expect(compareConfigs(config, config)).toEqual([]);
    const { schedule: _schedule, ...without } = config;
    expect(compareConfigs(config, without)).toEqual([]);
  });
});
