import type { Account } from '../../core/account.ts';
import { type ManagerReference, type Person, personAttributes } from '../../core/person.ts';
import type { SourceEvidence } from '../../core/snapshot.ts';
import type { SourceStep } from '../../ports/source.ts';
import { z } from '../../zod.ts';
import { accountShape } from './attribute-rows.ts';
import { errorInfo, isoDate, json, notice, sourceId, targetId } from './scalar-rows.ts';

export type StoredStep = Pick<SourceStep, 'people' | 'managers' | 'remember' | 'evidence'>;

const text = z.string().nullable();
const manager: z.ZodType<ManagerReference> = z.object({ email: text, number: text, fullName: text });

export const personShape: z.ZodType<Person> = z.object({
  sourceId,
  successorId: text,
  companyId: z.string(),
  companyName: z.string(),
  status: z.enum(['active', 'future', 'left', 'other']),
  startsOn: isoDate.nullable(),
  endsOn: isoDate.nullable(),
  displayName: z.string(),
  givenName: text,
  familyName: text,
  otherFullNames: z.array(z.string()),
  workEmail: text,
  gender: z.enum(['male', 'female']).nullable(),
  birthDate: isoDate.nullable(),
  job: text,
  phoneNumber: text,
  employeeNumber: text,
  contractType: z.enum(['permanent', 'fixed term']).nullable(),
  firstHiredOn: isoDate.nullable(),
  department: text,
  manager: manager.nullable(),
});

const evidence: z.ZodType<SourceEvidence> = z.object({
  companies: z.array(z.object({ id: z.string(), name: z.string(), answered: z.boolean(), people: z.number() })),
  unread: z.array(z.object({ attribute: z.enum(personAttributes), error: errorInfo })),
  notices: z.array(notice),
  calls: z.number(),
});

export const sourcePageRow: z.ZodType<StoredStep> = z.object({
  people: z.array(personShape),
  managers: z.array(z.object({ sourceId, manager: manager.nullable() })),
  remember: z.array(z.object({ key: z.string(), value: json })),
  evidence: evidence.exactOptional(),
});

const account: z.ZodType<Account> = z.object({ ...accountShape, targetId, version: text });

export const targetPageRow: z.ZodType<readonly Account[]> = z.array(account);
