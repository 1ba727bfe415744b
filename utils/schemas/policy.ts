import type { Limits } from '../core/limits.ts';
import {
  isPossibleRule,
  type Mapping,
  type MappingRule,
  mappableAttributes,
  textSources,
  transformations,
} from '../core/mapping/mapping-rule.ts';
import type { PolicySettings } from '../core/policy.ts';
import type { Clause, Scope } from '../core/scope/scope.ts';
import { z } from '../zod.ts';

// One shape for the three boundaries it crosses: the store, a message, a file.
const count = z.int().check(z.gte(0), z.lte(1_000_000));
const percent = z.number().check(z.gte(0), z.lte(100));
const threshold = z.strictObject({ number: z.nullable(count), percent: z.nullable(percent) });
const both = z.strictObject({ number: count, percent });

export const limitsSchema: z.ZodMiniType<Limits> = z.strictObject({
  thresholds: z.strictObject({ create: threshold, update: threshold, disable: threshold }),
  minimumForPercent: count,
  sourceShrinkPercent: percent,
  massRename: both,
  massManagerChange: both,
  targetShrinkPercent: percent,
});

const clause: z.ZodMiniType<Clause> = z.strictObject({
  mode: z.enum(['only', 'except']),
  values: z.readonly(z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(500))),
});

export const scopeSchema: z.ZodMiniType<Scope> = z.strictObject({
  companies: clause,
  departments: clause,
  emailDomains: clause,
  contractTypes: clause,
  excludedPeople: z.readonly(z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(5_000))),
  outOfScope: z.enum(['leave', 'disable']),
});

const rule: z.ZodMiniType<MappingRule> = z.strictObject({
  value: z.discriminatedUnion('from', [
    z.strictObject({
      from: z.literal('source'),
      attribute: z.enum([...textSources, 'manager']),
      transformation: z.enum(transformations),
    }),
    z.strictObject({ from: z.literal('constant'), text: z.string().check(z.maxLength(200)) }),
  ]),
  write: z.enum(['always', 'on-create', 'never']),
  whenEmpty: z.enum(['keep', 'clear']),
});

export const mappingSchema: z.ZodMiniType<Mapping> = z.partialRecord(z.enum(mappableAttributes), rule).check(
  z.refine((mapping) =>
    mappableAttributes.every((attribute) => {
      const given = mapping[attribute];
      return given === undefined || isPossibleRule(attribute, given);
    }),
  ),
) as z.ZodMiniType<Mapping>;

export const keepLogDaysSchema = z.int().check(z.gte(1), z.lte(3_650));

export const policySettingsSchema: z.ZodMiniType<PolicySettings> = z.strictObject({
  policy: limitsSchema,
  scope: scopeSchema,
  mapping: mappingSchema,
  keepLogDays: keepLogDaysSchema,
});
