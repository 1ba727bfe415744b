import { describe, expect, test } from 'vitest';
import { applyOverrides, describeProfile } from '../../../utils/connectors/scim/overrides.ts';
import { javeloProfile } from '../../../utils/connectors/scim/profiles/javelo.ts';
import { rfcProfile } from '../../../utils/connectors/scim/profiles/rfc.ts';
import { createScimTarget } from '../../../utils/connectors/scim/target.ts';
import type { ProfileValue } from '../../../utils/core/connection/profile-setting.ts';
import { systemClock } from '../../support/scim-sandbox.ts';

const extension = 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User';
const settings = describeProfile(javeloProfile, {}, null);

describe('overrides', () => {
  test('nothing changes nothing', () => {
    expect(applyOverrides(javeloProfile, {})).toEqual(javeloProfile);
  });

  test.each([javeloProfile, rfcProfile])('what is assumed, said again, changes nothing but proof: $name', (profile) => {
    const same = Object.fromEntries(describeProfile(profile, {}, null).map(({ key, assumed }) => [key, assumed]));
    const { budget, filter, ...rest } = applyOverrides(profile, same);
    const { budget: _budget, filter: _filter, ...before } = profile;
    expect(rest).toEqual(before);
    expect(budget).toEqual(profile.budget);
    expect(filter).toEqual({ ...profile.filter, proven: true });
  });

  test('names in the extension, and whether an attribute travels at all', () => {
    const { paths } = applyOverrides(javeloProfile, {
      'paths.birthDate': ` ${extension}:dateOfBirth `,
      'paths.gender': null,
      'paths.contractType': '',
    });
    expect(paths).toEqual({
      ...javeloProfile.paths,
      birthDate: `${extension}:dateOfBirth`,
      gender: null,
      contractType: null,
    });
  });

  test('paging, search, dates, forms, pace', () => {
    expect(
      applyOverrides(javeloProfile, {
        'paging.parameter': 'startIndex',
        'paging.pageSize': 50,
        'paging.totalsTrusted': false,
        'filter.quoting': 'quoted',
        'filter.employeeNumber': false,
        dateFormat: 'DD-MM-YYYY',
        'create.schemas': 'all',
        'create.emails': true,
        'patch.replace': 'replace',
        'patch.clear': 'remove',
        'patch.item': 'remove-add',
        etag: true,
        'budget.requests': 100,
        'budget.seconds': 60,
        conflictText: 'bestaat al',
      }),
    ).toEqual({
      ...javeloProfile,
      paging: { ...javeloProfile.paging, parameter: 'startIndex', pageSize: 50, totalsTrusted: false },
      filter: { quoting: 'quoted', proven: true, attributes: ['externalId', 'userName'] },
      dateFormat: 'DD-MM-YYYY',
      create: { schemas: 'all', emails: true },
      patch: { replace: 'replace', add: 'add', remove: 'remove', clear: 'remove', item: 'remove-add' },
      etag: true,
      budget: { requests: 100, windowMs: 60_000 },
      conflictText: 'bestaat al',
    });
  });

  test('no limit', () => {
    expect(applyOverrides(javeloProfile, { 'budget.requests': 0, 'budget.seconds': 60 }).budget).toBeNull();
  });

  test.each([
    ['paths.userName', null],
    ['paths.externalId', ''],
    ['paths.active', null],
    ['paths.title', 'not a path'],
    ['paths.title', 7],
    ['paths.title', 'userName'],
    ['paths.birthDate', `${extension.toUpperCase()}:GENDER`],
    ['paging.parameter', 'page'],
    ['paging.pageSize', 0],
    ['paging.pageSize', 2.5],
    ['paging.pageSize', '50'],
    ['paging.totalsTrusted', 'yes'],
    ['dateFormat', 'MM/DD/YYYY'],
    ['budget.requests', -1],
    ['budget.seconds', 0],
    ['conflictText', '('],
    ['conflictText', '.*'],
    ['paths.shoeSize', 'x'],
    ['', 'x'],
  ] as [string, ProfileValue][])('%s cannot be %j', (key, value) => {
    const refused = expect.objectContaining({
      code: 'target-profile',
      params: expect.objectContaining({ setting: key }),
    });
    expect(() => applyOverrides(javeloProfile, { [key]: value })).toThrow(refused);
    const connect = () =>
      createScimTarget({
        scimUrl: 'https://x.example/scim',
        token: 't',
        profile: javeloProfile,
        clock: systemClock,
        overrides: { [key]: value },
      });
    expect(connect).toThrow(refused);
  });
});

describe('how a profile stands', () => {
  test('every attribute has a name of its own that can be changed', () => {
    const names = settings.filter(({ key }) => key.startsWith('paths.')).map(({ assumed }) => assumed);
    expect(new Set(names).size).toBe(14);
  });

  test('tells what is assumed, found out and set', () => {
    const found = {
      version: 1,
      sampled: true,
      discovery: true,
      pagingParameter: 'startIndex',
      totalsTrusted: true,
      largestPage: 20,
      quoting: null,
      filterable: ['userName'],
      dateFormat: null,
      etag: true,
      bulk: null,
    };
    const stored = { connection: 'x', atMs: 1, found };
    const rows = describeProfile(javeloProfile, { 'paging.pageSize': 10 }, stored);
    const row = (key: string) => rows.find((one) => one.key === key);
    expect(row('paging.parameter')).toEqual({
      key: 'paging.parameter',
      kind: 'choice',
      choices: ['start_index', 'startIndex', 'both'],
      assumed: 'start_index',
      found: 'startIndex',
    });
    expect(row('paging.pageSize')).toMatchObject({ assumed: 100, found: 20, override: 10 });
    expect(row('filter.externalId')).toMatchObject({ assumed: true, found: false });
    expect(row('etag')).toMatchObject({ assumed: false, found: true });
    expect(row('dateFormat')).not.toHaveProperty('found');
  });
});
