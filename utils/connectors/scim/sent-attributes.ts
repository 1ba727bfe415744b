import { type AccountAttribute, type AttributeChanges, accountAttributes } from '../../core/account.ts';

/** The attributes that are spoken of, in the order of accountAttributes. */
export function attributesOf(values: AttributeChanges): readonly AccountAttribute[] {
  return accountAttributes.filter((attribute) => values[attribute] !== undefined);
}
