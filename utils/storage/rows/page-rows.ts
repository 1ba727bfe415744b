import type { Account } from '../../core/account.ts';
import { type ManagerReference, type Person, personAttributes } from '../../core/person.ts';
import type { SourceEvidence } from '../../core/snapshot.ts';
import type { StepList } from '../../ports/journal.ts';
import type { SourceStep } from '../../ports/source.ts';
import { z } from '../../zod.ts';
import { accountShape } from './attribute-rows.ts';
import { parseRow } from './parse-row.ts';
import { errorInfo, isoDate, json, notice, sourceId, targetId } from './scalar-rows.ts';

export type StoredStep = Pick<SourceStep, 'people' | 'managers' | 'remember' | 'evidence'>;

const text = z.nullable(z.string());
const manager: z.ZodMiniType<ManagerReference> = z.object({ email: text, number: text, fullName: text });

export const personShape: z.ZodMiniType<Person> = z.object({
  sourceId,
  successorId: text,
  companyId: z.string(),
  companyName: z.string(),
  status: z.enum(['active', 'future', 'left', 'other']),
  startsOn: z.nullable(isoDate),
  endsOn: z.nullable(isoDate),
  displayName: z.string(),
  givenName: text,
  familyName: text,
  otherFullNames: z.array(z.string()),
  workEmail: text,
  gender: z.nullable(z.enum(['male', 'female'])),
  birthDate: z.nullable(isoDate),
  job: text,
  phoneNumber: text,
  employeeNumber: text,
  contractType: z.nullable(z.enum(['permanent', 'fixed term'])),
  firstHiredOn: z.nullable(isoDate),
  department: text,
  manager: z.nullable(manager),
});

const evidence: z.ZodMiniType<SourceEvidence> = z.object({
  companies: z.array(z.object({ id: z.string(), name: z.string(), answered: z.boolean(), people: z.number() })),
  unread: z.array(z.object({ attribute: z.enum(personAttributes), error: errorInfo })),
  notices: z.array(notice),
  calls: z.number(),
});

const managerRows = z.array(z.object({ sourceId, manager: z.nullable(manager) }));
const factRows = z.array(z.object({ key: z.string(), value: json }));

export const sourcePageRow: z.ZodMiniType<StoredStep> = z.object({
  people: z.array(personShape),
  managers: managerRows,
  remember: factRows,
  evidence: z.exactOptional(evidence),
});

const account: z.ZodMiniType<Account> = z.object({ ...accountShape, targetId, version: text });

export const targetPageRow: z.ZodMiniType<readonly Account[]> = z.array(account);

const listRows = { people: z.array(personShape), managers: managerRows, remember: factRows };

/** Puts rows of the step that lay in a block back where they belong. */
export function addToStep(step: StoredStep, more: Readonly<Record<string, unknown>>, key: string): void {
  for (const name of ['people', 'managers', 'remember'] as const) {
    if (!(name in more)) continue;
    const rows: readonly unknown[] = parseRow<readonly unknown[]>(listRows[name], more[name], 'sourcePages', key);
    (step[name] as unknown[]).push(...rows);
  }
}

/** The step with these lists only; short ones are part of its row, whatever is wanted. */
export function keepLists(step: StoredStep, wanted: readonly StepList[]): StoredStep {
  const { people, managers, remember, ...rest } = step;
  const keep = <T>(name: StepList, list: readonly T[]) => (wanted.includes(name) ? list : []);
  return {
    ...rest,
    people: keep('people', people),
    managers: keep('managers', managers),
    remember: keep('remember', remember),
  };
}
