import type { IsoDate, Json } from '../../../core/ids.ts';
import type { ManagerReference } from '../../../core/person.ts';
import { z } from '../../../zod.ts';

/** A manager learnt in an earlier run. */
export interface RememberedManager {
  readonly manager: ManagerReference | null;
  /** The day it was last seen to be so. */
  readonly on: string;
}

const schema = z.object({
  manager: z.nullable(
    z.object({ email: z.nullable(z.string()), number: z.nullable(z.string()), fullName: z.nullable(z.string()) }),
  ),
  on: z.string(),
});

/** Under which a person's manager is remembered, by the employee's id. */
export const managerKey = (employeeId: string): string => `manager:${employeeId}`;

/** What was remembered of one person's manager; anything not understood counts as forgotten. */
export function readRemembered(value: Json | undefined): RememberedManager | undefined {
  return schema.safeParse(value).data;
}

/** What to remember of one person's manager, as of today; null = had none. Read again by `readRemembered`. */
export function toMemory(employeeId: string, manager: ManagerReference | null, today: IsoDate) {
  return { key: managerKey(employeeId), value: { manager: manager && { ...manager }, on: today } };
}
