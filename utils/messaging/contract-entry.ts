import type { z } from '../zod.ts';
import type { ContentContext } from './sites.ts';

/** Who may send a message: an extension page, or the content script of one of the sites. */
export type SenderContext = 'page' | ContentContext;

export interface ContractEntry {
  readonly from: readonly SenderContext[];
  readonly request: z.ZodMiniType;
  readonly response: z.ZodMiniType;
  /** Characters of JSON that the largest honest request may have; absent = the router's usual bound. */
  readonly longest?: number;
}

/** Only our own pages. */
export const page = ['page'] as const satisfies readonly SenderContext[];
