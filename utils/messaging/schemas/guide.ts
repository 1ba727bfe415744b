import { z } from '../../zod.ts';
import { errorInfoSchema } from './error.ts';

const service = z.enum(['DebtorService', 'CompanyService', 'EmployeeService']);
const method = z.string().min(1).max(120);
const methods = z.array(method).max(600).readonly();
const name = z.string().min(1).max(200);

export const permissionSchema = z.object({ service, method });
const permissions = z.array(permissionSchema).max(600).readonly();

const serviceRights = z.object({ on: methods, missing: methods, unclear: methods, surplus: methods });
const templateChoice = z.object({
  name,
  section: z.string().max(40).nullable(),
  ordinal: z.number().int().min(0).max(999),
});

export const doctorSchema = z.object({
  ok: z.boolean(),
  error: errorInfoSchema.nullable(),
  refused: permissions,
  unknown: permissions,
  granted: permissions,
  atMs: z.number(),
});

export const tourSchema = z.object({
  tenant: z.string().max(63),
  route: z.enum(['own', 'mine']).nullable(),
  userType: name.nullable(),
  administrator: z.enum(['administrator', 'other', 'accountant', 'unknown']).nullable(),
  template: templateChoice.nullable(),
  services: z.partialRecord(service, serviceRights),
  switchedOn: permissions,
  token: z.enum(['unknown', 'noTab', 'inactive', 'hidden', 'visible']),
  saved: z.object({ email: z.string(), masked: z.string() }).nullable(),
  check: doctorSchema.nullable(),
  focus: permissionSchema.nullable(),
});

/** What a content script may say it observed: everything but what only the background knows. */
export const observedSchema = tourSchema.omit({ tenant: true, saved: true, check: true }).partial();

const checklistSchema = z
  .array(
    z.object({
      id: z.enum(['userType', 'rights', 'token', 'check']),
      state: z.enum(['done', 'now', 'todo', 'trouble']),
      done: z.number().nullable(),
      total: z.number().nullable(),
    }),
  )
  .readonly();

/** The tour with what it is about, as the card shows it. */
export const tourViewSchema = z.object({
  tour: tourSchema,
  wanted: z
    .array(permissionSchema.extend({ need: z.enum(['required', 'recommended', 'optional', 'unneeded', 'never']) }))
    .readonly(),
  checklist: checklistSchema,
});
export type TourView = z.infer<typeof tourViewSchema>;
export type Observed = z.infer<typeof observedSchema>;

export const tourListSchema = z.object({
  tours: z.array(z.object({ tabId: z.number(), tenant: z.string(), checklist: checklistSchema })).readonly(),
});
