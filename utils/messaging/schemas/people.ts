import { accountAttributes } from '../../core/account.ts';
import { outcomes } from '../../core/log/log-entry.ts';
import { textSources, transformations } from '../../core/mapping/mapping-rule.ts';
import { reasonCodes } from '../../core/plan/change.ts';
import { z } from '../../zod.ts';
import { reasonParamsSchema } from './error.ts';
import { jsonSchema } from './json.ts';
import { logEntrySchema } from './log.ts';

export const sourceIdSchema = z.string().check(z.minLength(1), z.maxLength(100));

const personStatus = z.enum(['active', 'future', 'left', 'other']);
const runMode = z.enum(['dry', 'live']);

const personBriefSchema = z.object({
  sourceId: z.string(),
  displayName: z.string(),
  userName: z.nullable(z.string()),
  companyName: z.string(),
  title: z.nullable(z.string()),
  department: z.nullable(z.string()),
  status: personStatus,
  /** Whether an account in Javelo is known to be this person's. */
  linked: z.boolean(),
  /** What the last run that read the person did, or (mode `dry`) would do; null = its log is gone. */
  last: z.nullable(
    z.object({
      runId: z.string(),
      mode: runMode,
      outcome: z.enum(outcomes),
      reason: z.enum(reasonCodes),
      params: reasonParamsSchema,
      at: z.string(),
    }),
  ),
});

export const peoplePageSchema = z.object({ people: z.readonly(z.array(personBriefSchema)), next: jsonSchema });

const value = z.nullable(z.union([z.string(), z.boolean()]));

const mappedAttributeSchema = z.object({
  attribute: z.enum(accountAttributes),
  value: z.nullable(
    z.discriminatedUnion('from', [
      z.object({
        from: z.literal('source'),
        attribute: z.enum([...textSources, 'manager']),
        transformation: z.enum(transformations),
      }),
      z.object({ from: z.literal('constant'), text: z.string() }),
    ]),
  ),
  raw: z.nullable(z.string()),
  mapped: value,
  unspoken: z.nullable(z.enum(['excluded', 'on-create', 'unread', 'empty', 'manager-unknown'])),
});

export const mappingExampleSchema = z.object({
  sourceId: z.string(),
  displayName: z.string(),
  rows: z.readonly(z.array(mappedAttributeSchema)),
});

const scopeRule = z.enum(['companies', 'departments', 'emailDomains', 'contractTypes', 'excludedPeople']);

export const explanationSchema = z.object({
  sourceId: z.string(),
  displayName: z.string(),
  imported: z.nullable(
    z.object({
      at: z.string(),
      runId: z.string(),
      companyName: z.string(),
      status: personStatus,
      startsOn: z.nullable(z.string()),
      endsOn: z.nullable(z.string()),
      workEmail: z.nullable(z.string()),
    }),
  ),
  outOfScope: z.nullable(
    z.object({
      reason: z.enum(['scope-rule', 'scope-unread']),
      params: z.object({ rule: scopeRule, value: z.string() }),
    }),
  ),
  match: z.object({
    evidence: logEntrySchema.shape.match,
    conflict: z.nullable(z.object({ reason: z.enum(reasonCodes), params: reasonParamsSchema })),
    link: z.nullable(
      z.object({
        targetId: z.string(),
        userName: z.string(),
        origin: z.enum(['created', 'adopted']),
        updatedAt: z.string(),
      }),
    ),
  }),
  mapping: z.readonly(z.array(z.extend(mappedAttributeSchema, { applied: value }))),
  /** Newest first, each with the mode of its run; null = the run is not on record any more. */
  rows: z.readonly(z.array(z.extend(logEntrySchema, { mode: z.nullable(runMode) }))),
});

export const scopeCountSchema = z.object({
  inScope: z.number(),
  outOfScope: z.number(),
  rules: z.readonly(z.array(z.object({ rule: scopeRule, people: z.number() }))),
  examples: z.readonly(z.array(z.string())),
  /** Whether any run has read people yet; without one the numbers say nothing. */
  known: z.boolean(),
});

const choices = z.readonly(z.array(z.object({ id: z.string(), name: z.string(), people: z.number() })));

export const scopeChoicesSchema = z.object({
  companies: choices,
  departments: choices,
  emailDomains: choices,
  contractTypes: choices,
});

export const organisationPageSchema = z.object({
  nodes: z.readonly(
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        title: z.nullable(z.string()),
        /** Among the nodes, where the manager was found. */
        managerId: z.nullable(z.string()),
        company: z.string(),
        department: z.nullable(z.string()),
        active: z.boolean(),
      }),
    ),
  ),
  next: jsonSchema,
});

export type PersonBrief = z.infer<typeof personBriefSchema>;
export type ExplanationData = z.infer<typeof explanationSchema>;
