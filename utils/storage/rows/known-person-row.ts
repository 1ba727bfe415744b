import type { KnownPerson } from '../../core/people/known-person.ts';
import { personAttributes } from '../../core/person.ts';
import { z } from '../../zod.ts';
import { personShape } from './page-rows.ts';
import { isoTime, runId, sourceId } from './scalar-rows.ts';

export const knownPersonRow: z.ZodType<KnownPerson> = z.object({
  sourceId,
  person: personShape,
  managerId: sourceId.nullable(),
  managerUserName: z.string().nullable().exactOptional(),
  unread: z.array(z.enum(personAttributes)),
  runId,
  seq: z.number(),
  at: isoTime,
  sortKey: z.string(),
});
