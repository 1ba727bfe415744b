import { mappingSchema, scopeSchema } from '../../schemas/policy.ts';
import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';
import { jsonSchema } from '../schemas/json.ts';
import {
  explanationSchema,
  mappingExampleSchema,
  organisationPageSchema,
  peoplePageSchema,
  scopeChoicesSchema,
  scopeCountSchema,
  sourceIdSchema,
} from '../schemas/people.ts';
import { runIdSchema } from '../schemas/run.ts';

const cursor = z.exactOptional(jsonSchema);

/** People as the last run found them, from what is kept after it: nothing here asks Nmbrs or Javelo. */
export const peopleContract = {
  'people.list': {
    from: page,
    request: z.object({
      text: z.exactOptional(z.string().check(z.maxLength(200))),
      limit: z.int().check(z.gte(1), z.lte(200)),
      cursor,
    }),
    response: peoplePageSchema,
  },
  'people.explain': {
    from: page,
    request: z.object({ sourceId: sourceIdSchema }),
    response: z.nullable(explanationSchema),
  },
  /** A run of this person alone. */
  'people.sync': {
    from: page,
    request: z.object({ sourceId: sourceIdSchema, mode: z.enum(['dry', 'live']) }),
    response: z.object({ runId: runIdSchema }),
  },
  'organisation.get': {
    from: page,
    request: z.object({ limit: z.int().check(z.gte(1), z.lte(2_000)), cursor }),
    response: organisationPageSchema,
  },
  'scope.preview': {
    from: page,
    longest: 600_000,
    request: z.object({ scope: scopeSchema }),
    response: scopeCountSchema,
  },
  'scope.choices': { from: page, request: z.null(), response: scopeChoicesSchema },
  /** One real person through a mapping that need not be saved; without a `sourceId` the first who works here. */
  'mapping.example': {
    from: page,
    request: z.object({ mapping: mappingSchema, sourceId: z.nullable(sourceIdSchema) }),
    response: z.nullable(mappingExampleSchema),
  },
} as const satisfies Record<string, ContractEntry>;
