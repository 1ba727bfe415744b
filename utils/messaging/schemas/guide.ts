import { z } from '../../zod.ts';
import { errorInfoSchema } from './error.ts';

const service = z.enum(['DebtorService', 'CompanyService', 'EmployeeService']);
const method = z.string().check(z.minLength(1), z.maxLength(120));
const methods = z.readonly(z.array(method).check(z.maxLength(600)));
const name = z.string().check(z.minLength(1), z.maxLength(200));

export const permissionSchema = z.object({ service, method });
const permissions = z.readonly(z.array(permissionSchema).check(z.maxLength(600)));

const serviceRights = z.object({ on: methods, missing: methods, unclear: methods, surplus: methods });
const templateChoice = z.object({
  name,
  section: z.nullable(z.string().check(z.maxLength(40))),
  ordinal: z.int().check(z.gte(0), z.lte(999)),
});

export const doctorSchema = z.object({
  ok: z.boolean(),
  error: z.nullable(errorInfoSchema),
  refused: permissions,
  unknown: permissions,
  granted: permissions,
  atMs: z.number(),
});

export const tourSchema = z.object({
  tenant: z.string().check(z.maxLength(63)),
  route: z.nullable(z.enum(['own', 'mine'])),
  userType: z.nullable(name),
  administrator: z.nullable(z.enum(['administrator', 'other', 'accountant', 'unknown'])),
  template: z.nullable(templateChoice),
  services: z.partialRecord(service, serviceRights),
  affirmed: z.boolean(),
  switchedOn: permissions,
  token: z.enum(['unknown', 'noTab', 'inactive', 'hidden', 'visible']),
  saved: z.nullable(z.object({ email: z.string(), masked: z.string() })),
  check: z.nullable(doctorSchema),
  focus: z.nullable(permissionSchema),
});

/** What a content script may say it observed: everything but what only the background knows. */
export const observedSchema = z.partial(z.omit(tourSchema, { tenant: true, saved: true, check: true }));

const checklistSchema = z.readonly(
  z.array(
    z.object({
      id: z.enum(['userType', 'rights', 'token', 'check']),
      state: z.enum(['done', 'now', 'todo', 'trouble']),
      done: z.nullable(z.number()),
      total: z.nullable(z.number()),
    }),
  ),
);

/** The tour with what it is about, as the card shows it. */
export const tourViewSchema = z.object({
  tour: tourSchema,
  wanted: z.readonly(
    z.array(z.extend(permissionSchema, { need: z.enum(['required', 'recommended', 'optional', 'unneeded', 'never']) })),
  ),
  checklist: checklistSchema,
});
export type TourView = z.infer<typeof tourViewSchema>;
export type Observed = z.infer<typeof observedSchema>;

export const tourListSchema = z.object({
  tours: z.readonly(z.array(z.object({ tabId: z.number(), tenant: z.string(), checklist: checklistSchema }))),
});
