import { type ErrorInfo, errorCodes, type Notice } from '../../core/errors.ts';
import type { IsoDate, IsoTime, Json, RunId, SourceId, TargetId } from '../../core/ids.ts';
import { z } from '../../zod.ts';

// A brand is a promise of the type alone: what was stored under it comes back under it.
const branded = <Id extends string>() =>
  z.pipe(
    z.string(),
    z.transform((value) => value as Id),
  );

export const sourceId = branded<SourceId>();
export const targetId = branded<TargetId>();
export const runId = branded<RunId>();
export const isoDate = branded<IsoDate>();
export const isoTime = branded<IsoTime>();

export const json: z.ZodMiniType<Json> = z.json();

export const textParams = z.record(z.string(), z.union([z.string(), z.number()]));

export const errorInfo: z.ZodMiniType<ErrorInfo> = z.object({
  code: z.enum(errorCodes),
  params: textParams,
  retryable: z.boolean(),
  retryAfterMs: z.exactOptional(z.number()),
});

export const notice: z.ZodMiniType<Notice> = z.object({ code: z.string(), params: z.record(z.string(), json) });
