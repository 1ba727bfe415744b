import type { ConfigFile } from '../core/connection/config-file.ts';
import { CompanionError } from '../core/errors.ts';
import { z } from '../zod.ts';
import { keepLogDaysSchema, limitsSchema, mappingSchema, scopeSchema } from './policy.ts';
import { scheduleSchema } from './schedule.ts';

export const configFormat = 'nmbrs-javelo-companion/configuration';
export const configVersion = 1;

const headSchema = z.object({ format: z.literal(configFormat), version: z.int().check(z.positive()) });

const fileSchema: z.ZodMiniType<ConfigFile> = z.strictObject({
  format: z.literal(configFormat),
  version: z.literal(configVersion),
  product: z.string().check(z.maxLength(50)),
  exportedAt: z.string().check(z.maxLength(50)),
  config: z.strictObject({
    policy: limitsSchema,
    scope: scopeSchema,
    mapping: mappingSchema,
    keepLogDays: keepLogDaysSchema,
    schedule: z.exactOptional(scheduleSchema),
  }),
});

/**
 * The text of an exported configuration, as what it is. Throws `config-invalid` (with the place that is not understood; nothing is
 * ever taken over in part) and `config-newer`.
 */
export function readConfigFile(text: string): ConfigFile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new CompanionError('config-invalid', { place: '' }, { cause });
  }
  const head = headSchema.safeParse(data);
  if (!head.success) throw new CompanionError('config-invalid', { place: 'format' });
  if (head.data.version > configVersion) throw new CompanionError('config-newer', { version: head.data.version });
  const file = fileSchema.safeParse(data);
  if (file.success) return file.data;
  throw new CompanionError('config-invalid', { place: file.error.issues[0]?.path.join('.') ?? '' });
}
