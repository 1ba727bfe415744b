import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';

const demoSchema = z.object({
  on: z.boolean(),
  /** Weeks that have gone by at the demo's employer. */
  weeks: z.int().check(z.nonnegative()),
});
export type DemoView = z.infer<typeof demoSchema>;

/** Trying everything with invented people, apart from the admin's own data. */
export const demoContract = {
  'demo.get': { from: page, request: z.null(), response: demoSchema },
  'demo.start': { from: page, request: z.null(), response: demoSchema },
  'demo.letWeekPass': { from: page, request: z.null(), response: demoSchema },
  'demo.stop': { from: page, request: z.null(), response: demoSchema },
} as const satisfies Record<string, ContractEntry>;
