import type { z } from '../zod.ts';

/** Who may send a message: an extension page, or a content script in a web page. */
export type SenderContext = 'page' | 'content';

export interface ContractEntry {
  readonly from: readonly SenderContext[];
  readonly request: z.ZodType;
  readonly response: z.ZodType;
}

/** Only our own pages. */
export const page = ['page'] as const satisfies readonly SenderContext[];
