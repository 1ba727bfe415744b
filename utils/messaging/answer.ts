import type { ErrorInfo } from '../core/errors.ts';
import { z } from '../zod.ts';
import { errorInfoSchema } from './schemas/error.ts';

/** What every message is answered with. */
export type Answer = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: ErrorInfo };

export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), error: errorInfoSchema }),
]);
