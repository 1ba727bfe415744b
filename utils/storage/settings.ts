import { targetProfileNames } from '../core/connection/target-profile-name.ts';
import { permissionServices } from '../core/permissions/permission.ts';
import { defaultSettings } from '../core/policy.ts';
import type { HandoverSettings, ScheduleSettings, Settings } from '../ports/settings.ts';
import { policySettingsSchema } from '../schemas/policy.ts';
import { scheduleSchema } from '../schemas/schedule.ts';
import { z } from '../zod.ts';
import type { Database } from './database.ts';
import { parseRow } from './rows/parse-row.ts';

const overrides = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const connectionRow = z.object({
  nmbrs: z.nullable(z.object({ apiUrl: z.string(), domain: z.string(), email: z.string() })),
  target: z.nullable(
    z.object({ scimUrl: z.string(), profile: z.enum(targetProfileNames), overrides: z.exactOptional(overrides) }),
  ),
});

const handoverRow = z.object({
  way: z.nullable(z.enum(['hosted', 'direct'])),
  flowHost: z.string(),
  hostedConnected: z.boolean(),
  permissions: z.nullable(
    z.readonly(z.array(z.object({ service: z.nullable(z.enum(permissionServices)), method: z.string() }))),
  ),
});

const noHandover: HandoverSettings = {
  way: null,
  flowHost: 'connect.kombo.dev',
  hostedConnected: false,
  permissions: null,
};

const scheduleRow: z.ZodMiniType<ScheduleSettings> = z.object({
  schedule: scheduleSchema,
  sinceMs: z.number(),
});

/** Settings beside the journal, so that both are kept or lost together. Never a secret. */
export function createSettings(database: Database): Settings {
  return {
    readConnection: () =>
      database.read(['settings'], async (transaction) => {
        const row = await transaction.objectStore('settings').get('connection');
        if (row === undefined) return { nmbrs: null, target: null };
        return parseRow(connectionRow, row, 'settings', 'connection');
      }),

    saveConnection: (settings) =>
      database.write(['settings'], async (transaction) => {
        await transaction.objectStore('settings').put(connectionRow.parse(settings), 'connection');
      }),

    readHandover: () =>
      database.read(['settings'], async (transaction) => {
        const row = await transaction.objectStore('settings').get('handover');
        return row === undefined ? noHandover : parseRow(handoverRow, row, 'settings', 'handover');
      }),

    saveHandover: (settings) =>
      database.write(['settings'], async (transaction) => {
        await transaction.objectStore('settings').put(handoverRow.parse(settings), 'handover');
      }),

    readSchedule: () =>
      database.read(['settings'], async (transaction) => {
        const row = await transaction.objectStore('settings').get('schedule');
        return row === undefined
          ? { schedule: { kind: 'manual' }, sinceMs: 0 }
          : parseRow(scheduleRow, row, 'settings', 'schedule');
      }),

    saveSchedule: (settings) =>
      database.write(['settings'], async (transaction) => {
        await transaction.objectStore('settings').put(scheduleRow.parse(settings), 'schedule');
      }),

    readPolicy: () =>
      database.read(['settings'], async (transaction) => {
        const row = await transaction.objectStore('settings').get('policy');
        return row === undefined ? defaultSettings : parseRow(policySettingsSchema, row, 'settings', 'policy');
      }),

    savePolicy: (settings) =>
      database.write(['settings'], async (transaction) => {
        await transaction.objectStore('settings').put(policySettingsSchema.parse(settings), 'policy');
      }),
  };
}
