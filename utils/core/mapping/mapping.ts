import { type AccountAttribute, type AccountAttributes, accountAttributes, type Desired } from '../account.ts';
import { toEmail } from '../normalise/email.ts';
import type { Person, PersonAttribute } from '../person.ts';
import type { Policy } from '../policy.ts';
import { mapValue } from './map-value.ts';
import { defaultMapping, type MappableAttribute, type MappedValue, type MappingRule } from './mapping-rule.ts';

/** Why an attribute is not spoken of. */
export type Unspoken = 'excluded' | 'on-create' | 'unread' | 'empty' | 'manager-unknown';

/** One attribute on its way from person to account. */
export interface MappedAttribute {
  readonly attribute: AccountAttribute;
  /** Where it comes from; `null` = identity and state, which no rule changes. */
  readonly value: MappedValue | null;
  /** As the source has it. */
  readonly raw: string | null;
  /** As the account should have it. */
  readonly mapped: string | boolean | null;
  /** `null` = it is written where the account differs. */
  readonly unspoken: Unspoken | null;
}

export interface MappingContext {
  /** The manager's login, `null` = none, `undefined` = nobody knows. */
  readonly managerUserName: string | null | undefined;
  readonly unread: ReadonlySet<PersonAttribute>;
  readonly policy: Pick<Policy, 'mapping' | 'excludedAttributes'>;
  /** Whether the account is still to be made. */
  readonly isNew: boolean;
}

/**
 * Every attribute of the account of an active person, with where it comes from and why it is or is not spoken of (rules R14, R17;
 * javelo-scim.md §2.4). An attribute that could not be read or is excluded is not spoken of; nor is one without a value, unless the
 * mapping clears it.
 */
export function explainMapping(person: Person, context: MappingContext): readonly MappedAttribute[] {
  return accountAttributes.map((attribute) => mapAttribute(attribute, person, context));
}

/** What the account of an active person should be: `explainMapping` without what is not spoken of. */
export function mapPerson(person: Person, context: MappingContext): Desired {
  const desired: Partial<Record<AccountAttribute, string | boolean | null>> = {};
  for (const attribute of accountAttributes) {
    const { mapped, unspoken } = mapAttribute(attribute, person, context);
    if (unspoken === null) desired[attribute] = mapped;
  }
  // Identity and state are never left out, and every rule gives its attribute's kind of value (`isPossibleRule`).
  return desired as Partial<AccountAttributes> as Desired;
}

function mapAttribute(attribute: AccountAttribute, person: Person, context: MappingContext): MappedAttribute {
  switch (attribute) {
    case 'externalId':
      return { attribute, value: null, raw: person.sourceId, mapped: person.sourceId, unspoken: null };
    case 'userName':
      return { attribute, value: null, raw: person.workEmail, mapped: toEmail(person.workEmail) ?? '', unspoken: null };
    case 'active':
      return { attribute, value: null, raw: person.status, mapped: true, unspoken: null };
    default: {
      const rule = ruleOf(attribute, context.policy);
      const { raw, mapped } = mapValue(rule.value, person, context.managerUserName ?? null);
      return { attribute, value: rule.value, raw, mapped, unspoken: whyUnspoken(attribute, rule, mapped, context) };
    }
  }
}

/** The rule that an attribute goes by: the admin's, else the default. */
export function ruleOf(attribute: MappableAttribute, { mapping }: Pick<Policy, 'mapping'>): MappingRule {
  return mapping[attribute] ?? defaultMapping[attribute];
}

function whyUnspoken(
  attribute: MappableAttribute,
  rule: MappingRule,
  mapped: string | null,
  { managerUserName, unread, policy, isNew }: MappingContext,
): Unspoken | null {
  if (rule.write === 'never' || policy.excludedAttributes.includes(attribute)) return 'excluded';
  if (rule.write === 'on-create' && !isNew) return 'on-create';
  if (rule.value.from === 'source') {
    const { attribute: source } = rule.value;
    if (source !== 'companyName' && unread.has(source)) return 'unread';
    if (source === 'manager' && managerUserName === undefined) return 'manager-unknown';
  }
  return mapped === null && rule.whenEmpty === 'keep' ? 'empty' : null;
}
