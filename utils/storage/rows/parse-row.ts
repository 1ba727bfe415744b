import { CompanionError } from '../../core/errors.ts';
import type { z } from '../../zod.ts';

/** A stored row as the type it was stored as. Throws `journal-damaged` with its store and key: the row's values stay out of the error. */
export function parseRow<T>(schema: z.ZodMiniType<T>, row: unknown, store: string, key: string | number): T {
  const result = schema.safeParse(row);
  if (result.success) return result.data;
  throw new CompanionError('journal-damaged', { store, key });
}

/** The same for lists whose other rows are of use without the damaged one. */
export function parseRows<T>(schema: z.ZodMiniType<T>, rows: readonly unknown[]): T[] {
  return rows.flatMap((row) => {
    const result = schema.safeParse(row);
    return result.success ? [result.data] : [];
  });
}
