import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { defaultMapping } from '../../../utils/core/mapping/mapping-rule.ts';
import { defaultSettings } from '../../../utils/core/policy.ts';
import { policySettingsSchema } from '../../../utils/schemas/policy.ts';
import { openDatabase } from '../../../utils/storage/database.ts';
import { createSettings } from '../../../utils/storage/settings.ts';
import 'fake-indexeddb/auto';

const open = () => {
  const database = openDatabase({ name: 'companion', factory: new IDBFactory() });
  return { database, settings: createSettings(database) };
};

describe('the policy in the settings', () => {
  it('is the default at first, and comes back as it was saved', async () => {
    const { settings } = open();
    expect(await settings.readPolicy()).toEqual(defaultSettings);
    const chosen = {
      ...defaultSettings,
      scope: { ...defaultSettings.scope, departments: { mode: 'except', values: ['Bar'] } },
      mapping: { title: { ...defaultMapping.title, write: 'on-create' } },
    } as const;
    await settings.savePolicy(chosen);
    expect(await settings.readPolicy()).toEqual(chosen);
  });

  it('is never guessed where it is damaged', async () => {
    const { database, settings } = open();
    await database.write(['settings'], async (transaction) => {
      await transaction.objectStore('settings').put({ ...defaultSettings, scope: 'everybody' }, 'policy');
    });
    await expect(settings.readPolicy()).rejects.toMatchObject({ code: 'journal-damaged' });
  });

  it.each([
    ['a percentage beyond 100', { policy: { ...defaultSettings.policy, sourceShrinkPercent: 101 } }],
    ['an unknown clause', { scope: { ...defaultSettings.scope, hairColour: { mode: 'only', values: ['red'] } } }],
    ['a rule for the login', { mapping: { userName: defaultMapping.title } }],
    [
      'a fixed first name for everybody',
      { mapping: { givenName: { ...defaultMapping.givenName, value: { from: 'constant', text: 'Jan' } } } },
    ],
    ['no days at all', { keepLogDays: 0 }],
  ])('does not take %s', (_, part) => {
    expect(policySettingsSchema.safeParse({ ...defaultSettings, ...part }).success).toBe(false);
  });
});
