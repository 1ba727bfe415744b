import { accountAttributes } from '../../core/account.ts';
import { outcomes } from '../../core/log/log-entry.ts';
import { textSources, transformations } from '../../core/mapping/mapping-rule.ts';
import { reasonCodes } from '../../core/plan/change.ts';
import { z } from '../../zod.ts';
import { reasonParamsSchema } from './error.ts';
import { jsonSchema } from './json.ts';
import { logEntrySchema } from './log.ts';

export const sourceIdSchema = z.string().min(1).max(100);

const personStatus = z.enum(['active', 'future', 'left', 'other']);
const runMode = z.enum(['dry', 'live']);

const personBriefSchema = z.object({
  sourceId: z.string(),
  displayName: z.string(),
  userName: z.string().nullable(),
  companyName: z.string(),
  title: z.string().nullable(),
  department: z.string().nullable(),
  status: personStatus,
  /** Whether an account in Javelo is known to be this person's. */
  linked: z.boolean(),
  /** What the last run that read the person did, or (mode `dry`) would do; null = its log is gone. */
  last: z
    .object({
      runId: z.string(),
      mode: runMode,
      outcome: z.enum(outcomes),
      reason: z.enum(reasonCodes),
      params: reasonParamsSchema,
      at: z.string(),
    })
    .nullable(),
});

export const peoplePageSchema = z.object({ people: z.array(personBriefSchema).readonly(), next: jsonSchema });

const value = z.union([z.string(), z.boolean()]).nullable();

const mappedAttributeSchema = z.object({
  attribute: z.enum(accountAttributes),
  value: z
    .discriminatedUnion('from', [
      z.object({
        from: z.literal('source'),
        attribute: z.enum([...textSources, 'manager']),
        transformation: z.enum(transformations),
      }),
      z.object({ from: z.literal('constant'), text: z.string() }),
    ])
    .nullable(),
  raw: z.string().nullable(),
  mapped: value,
  unspoken: z.enum(['excluded', 'on-create', 'unread', 'empty', 'manager-unknown']).nullable(),
});

export const mappingExampleSchema = z.object({
  sourceId: z.string(),
  displayName: z.string(),
  rows: z.array(mappedAttributeSchema).readonly(),
});

const scopeRule = z.enum(['companies', 'departments', 'emailDomains', 'contractTypes', 'excludedPeople']);

export const explanationSchema = z.object({
  sourceId: z.string(),
  displayName: z.string(),
  imported: z
    .object({
      at: z.string(),
      runId: z.string(),
      companyName: z.string(),
      status: personStatus,
      startsOn: z.string().nullable(),
      endsOn: z.string().nullable(),
      workEmail: z.string().nullable(),
    })
    .nullable(),
  outOfScope: z
    .object({
      reason: z.enum(['scope-rule', 'scope-unread']),
      params: z.object({ rule: scopeRule, value: z.string() }),
    })
    .nullable(),
  match: z.object({
    evidence: logEntrySchema.shape.match,
    conflict: z.object({ reason: z.enum(reasonCodes), params: reasonParamsSchema }).nullable(),
    link: z
      .object({
        targetId: z.string(),
        userName: z.string(),
        origin: z.enum(['created', 'adopted']),
        updatedAt: z.string(),
      })
      .nullable(),
  }),
  mapping: z.array(mappedAttributeSchema.extend({ applied: value })).readonly(),
  /** Newest first, each with the mode of its run; null = the run is not on record any more. */
  rows: z.array(logEntrySchema.extend({ mode: runMode.nullable() })).readonly(),
});

export const scopeCountSchema = z.object({
  inScope: z.number(),
  outOfScope: z.number(),
  rules: z.array(z.object({ rule: scopeRule, people: z.number() })).readonly(),
  examples: z.array(z.string()).readonly(),
  /** Whether any run has read people yet; without one the numbers say nothing. */
  known: z.boolean(),
});

const choices = z.array(z.object({ id: z.string(), name: z.string(), people: z.number() })).readonly();

export const scopeChoicesSchema = z.object({
  companies: choices,
  departments: choices,
  emailDomains: choices,
  contractTypes: choices,
});

export const organisationPageSchema = z.object({
  nodes: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        title: z.string().nullable(),
        /** Among the nodes, where the manager was found. */
        managerId: z.string().nullable(),
        company: z.string(),
        department: z.string().nullable(),
        active: z.boolean(),
      }),
    )
    .readonly(),
  next: jsonSchema,
});

export type PersonBrief = z.infer<typeof personBriefSchema>;
export type ExplanationData = z.infer<typeof explanationSchema>;
