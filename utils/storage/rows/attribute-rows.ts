import type { AccountAttributes, AttributeChanges, Desired } from '../../core/account.ts';
import { z } from '../../zod.ts';
import { isoDate } from './scalar-rows.ts';

const text = z.nullable(z.string());

const shape = {
  externalId: text,
  userName: z.string(),
  givenName: text,
  familyName: text,
  active: z.boolean(),
  managerUserName: text,
  gender: z.nullable(z.enum(['male', 'female'])),
  birthDate: z.nullable(isoDate),
  title: text,
  phoneNumber: text,
  employeeNumber: text,
  contractType: text,
  firstHiredOn: z.nullable(isoDate),
  department: text,
} satisfies Record<keyof AccountAttributes, z.ZodMiniType>;

export const accountShape = shape;

export const attributeName = z.enum(Object.keys(shape) as [keyof AccountAttributes]);

const optional = {
  externalId: z.exactOptional(shape.externalId),
  userName: z.exactOptional(shape.userName),
  givenName: z.exactOptional(shape.givenName),
  familyName: z.exactOptional(shape.familyName),
  active: z.exactOptional(shape.active),
  managerUserName: z.exactOptional(shape.managerUserName),
  gender: z.exactOptional(shape.gender),
  birthDate: z.exactOptional(shape.birthDate),
  title: z.exactOptional(shape.title),
  phoneNumber: z.exactOptional(shape.phoneNumber),
  employeeNumber: z.exactOptional(shape.employeeNumber),
  contractType: z.exactOptional(shape.contractType),
  firstHiredOn: z.exactOptional(shape.firstHiredOn),
  department: z.exactOptional(shape.department),
};

export const attributeChanges: z.ZodMiniType<AttributeChanges> = z.object(optional);

export const desiredRow: z.ZodMiniType<Desired> = z.object({
  ...optional,
  userName: z.string(),
  externalId: z.string(),
  active: z.boolean(),
});
