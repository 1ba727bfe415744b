import { defaultSettings } from '../../core/policy.ts';
import type { Settings } from '../../ports/settings.ts';
import { policySettingsSchema } from '../../schemas/policy.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';

/** The admin's choices beside the journal; addresses and secrets come with every call of the headless command. */
export function createSqliteSettings(database: SqliteDatabase): Pick<Settings, 'readPolicy' | 'savePolicy'> {
  return {
    readPolicy: () =>
      database.transact(() => {
        const [row] = database.column('SELECT row FROM settings WHERE key = ?', 'policy');
        return row === undefined ? defaultSettings : parseStored(policySettingsSchema, row, 'settings', 'policy');
      }),

    savePolicy: (settings) =>
      database.transact(() => {
        const row = JSON.stringify(policySettingsSchema.parse(settings));
        database.run('INSERT OR REPLACE INTO settings VALUES (?, ?)', 'policy', row);
      }),
  };
}
