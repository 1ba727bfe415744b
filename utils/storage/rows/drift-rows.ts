import type { Drift, DriftDecision } from '../../core/drift.ts';
import { z } from '../../zod.ts';
import { attributeName } from './attribute-rows.ts';
import { isoTime, sourceId, targetId } from './scalar-rows.ts';

const plain = z.union([z.string(), z.boolean(), z.null()]);

export const driftRow: z.ZodMiniType<Drift> = z.object({
  sourceId,
  targetId,
  displayName: z.string(),
  userName: z.string(),
  isGone: z.boolean(),
  differences: z.array(z.object({ attribute: attributeName, applied: plain, found: plain })),
});

export const decisionRow: z.ZodMiniType<DriftDecision> = z.object({
  sourceId,
  attribute: attributeName,
  choice: z.enum(['accept', 'ignore']),
  ours: plain,
  theirs: plain,
  until: z.nullable(isoTime),
});
