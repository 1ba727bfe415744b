import type { KnownPerson } from '../../core/people/known-person.ts';
import { personAttributes } from '../../core/person.ts';
import { z } from '../../zod.ts';
import { personShape } from './page-rows.ts';
import { isoTime, runId, sourceId } from './scalar-rows.ts';

export const knownPersonRow: z.ZodMiniType<KnownPerson> = z.object({
  sourceId,
  person: personShape,
  managerId: z.nullable(sourceId),
  managerUserName: z.exactOptional(z.nullable(z.string())),
  unread: z.array(z.enum(personAttributes)),
  runId,
  seq: z.number(),
  at: isoTime,
  sortKey: z.string(),
});
