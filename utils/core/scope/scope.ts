import { foldName } from '../normalise/name.ts';
import type { Person, PersonAttribute } from '../person.ts';

/** One condition on people. Without values it is no condition. */
export interface Clause {
  readonly mode: 'only' | 'except';
  readonly values: readonly string[];
}

export const scopeRules = ['companies', 'departments', 'emailDomains', 'contractTypes', 'excludedPeople'] as const;
export type ScopeRule = (typeof scopeRules)[number];

/** Which people of the source are considered (javelo-scim.md §6 row 4): those who meet every clause and are not excluded by name. */
export interface Scope {
  /** By the company's id. */
  readonly companies: Clause;
  /** By name, without regard to case and accents. */
  readonly departments: Clause;
  /** What follows the @ of the work e-mail. */
  readonly emailDomains: Clause;
  /** `permanent`, `fixed term`. */
  readonly contractTypes: Clause;
  /** Source ids. */
  readonly excludedPeople: readonly string[];
  /** What happens to the account of somebody who is out of scope. */
  readonly outOfScope: 'leave' | 'disable';
}

const noCondition: Clause = { mode: 'only', values: [] };

export const everyoneInScope: Scope = {
  companies: noCondition,
  departments: noCondition,
  emailDomains: noCondition,
  contractTypes: noCondition,
  excludedPeople: [],
  outOfScope: 'leave',
};

export interface OutOfScope {
  /** `scope-unread`: the rule looks at something that could not be read, so nobody knows; such a person is left alone. */
  readonly reason: 'scope-rule' | 'scope-unread';
  /** The first rule that leaves the person out, and the person's own value. */
  readonly params: { readonly rule: ScopeRule; readonly value: string };
}

const clauses = [
  { rule: 'companies', attribute: null, read: (person: Person) => person.companyId },
  { rule: 'departments', attribute: 'department', read: (person: Person) => person.department },
  { rule: 'emailDomains', attribute: 'workEmail', read: (person: Person) => domainOf(person.workEmail) },
  { rule: 'contractTypes', attribute: 'contractType', read: (person: Person) => person.contractType },
] as const satisfies readonly {
  rule: ScopeRule;
  attribute: PersonAttribute | null;
  read: (person: Person) => string | null;
}[];

/**
 * Whether a person is considered: `null` = yes, else by which rule not. Somebody who has left is left out only for a value that is
 * there: an employment that ended often has no department any more, and must not keep its account for that.
 *
 * @example judgeScope(person, { ...everyoneInScope, excludedPeople: [person.sourceId] }, new Set())?.params.rule // 'excludedPeople'
 */
export function judgeScope(person: Person, scope: Scope, unread: ReadonlySet<PersonAttribute>): OutOfScope | null {
  if (scope.excludedPeople.includes(person.sourceId)) {
    return { reason: 'scope-rule', params: { rule: 'excludedPeople', value: person.sourceId } };
  }
  for (const { rule, attribute, read } of clauses) {
    const { mode, values } = scope[rule];
    if (values.length === 0) continue;
    const value = read(person);
    if (attribute !== null && value === null && unread.has(attribute)) {
      return { reason: 'scope-unread', params: { rule, value: '' } };
    }
    if (value === null && person.status === 'left') continue;
    const isNamed = value !== null && values.some((wanted) => foldName(wanted) === foldName(value));
    if (isNamed === (mode === 'only')) continue;
    return { reason: 'scope-rule', params: { rule, value: shownValue(person, rule, value) } };
  }
  return null;
}

function shownValue(person: Person, rule: ScopeRule, value: string | null): string {
  return rule === 'companies' ? person.companyName : (value ?? '');
}

function domainOf(email: string | null): string | null {
  const at = email?.lastIndexOf('@') ?? -1;
  return email === null || at < 0 ? null : email.slice(at + 1).toLowerCase();
}
