import {
  isPossibleRule,
  type Mapping,
  type MappingRule,
  mappableAttributes,
  textSources,
  transformations,
} from '../core/mapping/mapping-rule.ts';
import type { Limits, PolicySettings } from '../core/policy.ts';
import type { Clause, Scope } from '../core/scope/scope.ts';
import { z } from '../zod.ts';

// One shape for the three boundaries it crosses: the store, a message, a file.
const count = z.number().int().min(0).max(1_000_000);
const percent = z.number().min(0).max(100);
const threshold = z.strictObject({ number: count.nullable(), percent: percent.nullable() });
const both = z.strictObject({ number: count, percent });

export const limitsSchema: z.ZodType<Limits> = z.strictObject({
  thresholds: z.strictObject({ create: threshold, update: threshold, disable: threshold }),
  minimumForPercent: count,
  sourceShrinkPercent: percent,
  massRename: both,
  massManagerChange: both,
  targetShrinkPercent: percent,
});

const clause: z.ZodType<Clause> = z.strictObject({
  mode: z.enum(['only', 'except']),
  values: z.array(z.string().min(1).max(200)).max(500).readonly(),
});

export const scopeSchema: z.ZodType<Scope> = z.strictObject({
  companies: clause,
  departments: clause,
  emailDomains: clause,
  contractTypes: clause,
  excludedPeople: z.array(z.string().min(1).max(100)).max(5_000).readonly(),
  outOfScope: z.enum(['leave', 'disable']),
});

const rule: z.ZodType<MappingRule> = z.strictObject({
  value: z.discriminatedUnion('from', [
    z.strictObject({
      from: z.literal('source'),
      attribute: z.enum([...textSources, 'manager']),
      transformation: z.enum(transformations),
    }),
    z.strictObject({ from: z.literal('constant'), text: z.string().max(200) }),
  ]),
  write: z.enum(['always', 'on-create', 'never']),
  whenEmpty: z.enum(['keep', 'clear']),
});

export const mappingSchema: z.ZodType<Mapping> = z.partialRecord(z.enum(mappableAttributes), rule).refine((mapping) =>
  mappableAttributes.every((attribute) => {
    const given = mapping[attribute];
    return given === undefined || isPossibleRule(attribute, given);
  }),
) as z.ZodType<Mapping>;

export const keepLogDaysSchema = z.number().int().min(1).max(3_650);

export const policySettingsSchema: z.ZodType<PolicySettings> = z.strictObject({
  policy: limitsSchema,
  scope: scopeSchema,
  mapping: mappingSchema,
  keepLogDays: keepLogDaysSchema,
});
