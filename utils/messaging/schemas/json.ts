import type { Json } from '../../core/ids.ts';
import { z } from '../../zod.ts';

/** zod's JSON check with our own (readonly) type. */
export const jsonSchema = z.json() as unknown as z.ZodMiniType<Json>;
