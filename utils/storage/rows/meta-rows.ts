import type { Json, RunId } from '../../core/ids.ts';
import { z } from '../../zod.ts';
import { json, runId } from './scalar-rows.ts';

/** Who may work on the active run, and until when. */
export interface LeaseRow {
  readonly owner: string;
  readonly untilMs: number;
}

/** Since when and until when nothing is to be sent to the target. */
export interface HoldRow {
  readonly sinceMs: number;
  readonly untilMs: number;
}

export const activeRow: z.ZodMiniType<{ readonly runId: RunId }> = z.object({ runId });
export const cancelRow: z.ZodMiniType<{ readonly runId: RunId }> = z.object({ runId });
export const leaseRow: z.ZodMiniType<LeaseRow> = z.object({ owner: z.string(), untilMs: z.number() });
export const holdRow: z.ZodMiniType<HoldRow> = z.object({ sinceMs: z.number(), untilMs: z.number() });
export const memoryRow: z.ZodMiniType<{ readonly key: string; readonly value: Json }> = z.object({
  key: z.string(),
  value: json,
});
