import type { AccountAttributes, AttributeChanges, Desired } from '../../core/account.ts';
import { z } from '../../zod.ts';
import { isoDate } from './scalar-rows.ts';

const text = z.string().nullable();

const shape = {
  externalId: text,
  userName: z.string(),
  givenName: text,
  familyName: text,
  active: z.boolean(),
  managerUserName: text,
  gender: z.enum(['male', 'female']).nullable(),
  birthDate: isoDate.nullable(),
  title: text,
  phoneNumber: text,
  employeeNumber: text,
  contractType: text,
  firstHiredOn: isoDate.nullable(),
  department: text,
} satisfies Record<keyof AccountAttributes, z.ZodType>;

export const accountShape = shape;

export const attributeName = z.enum(Object.keys(shape) as [keyof AccountAttributes]);

const optional = {
  externalId: shape.externalId.exactOptional(),
  userName: shape.userName.exactOptional(),
  givenName: shape.givenName.exactOptional(),
  familyName: shape.familyName.exactOptional(),
  active: shape.active.exactOptional(),
  managerUserName: shape.managerUserName.exactOptional(),
  gender: shape.gender.exactOptional(),
  birthDate: shape.birthDate.exactOptional(),
  title: shape.title.exactOptional(),
  phoneNumber: shape.phoneNumber.exactOptional(),
  employeeNumber: shape.employeeNumber.exactOptional(),
  contractType: shape.contractType.exactOptional(),
  firstHiredOn: shape.firstHiredOn.exactOptional(),
  department: shape.department.exactOptional(),
};

export const attributeChanges: z.ZodType<AttributeChanges> = z.object(optional);

export const desiredRow: z.ZodType<Desired> = z.object({
  ...optional,
  userName: z.string(),
  externalId: z.string(),
  active: z.boolean(),
});
