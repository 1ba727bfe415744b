import type { KnownPerson } from '../people/known-person.ts';
import { judgeScope, type Scope, type ScopeRule, scopeRules } from './scope.ts';

/** How many people a scope takes and leaves out; somebody is counted under the first rule that leaves him out. */
export interface ScopeCount {
  readonly inScope: number;
  readonly outOfScope: number;
  readonly rules: readonly { readonly rule: ScopeRule; readonly people: number }[];
  /** Up to five names of people left out. */
  readonly examples: readonly string[];
}

/** Counts the people who work here or soon will; leavers have nothing to be in scope for. */
export function countScope(people: readonly KnownPerson[], scope: Scope): ScopeCount {
  const perRule = new Map<ScopeRule, number>();
  const examples: string[] = [];
  let inScope = 0;
  for (const { person, unread } of people) {
    if (person.status !== 'active' && person.status !== 'future') continue;
    const out = judgeScope(person, scope, new Set(unread));
    if (out === null) {
      inScope++;
      continue;
    }
    perRule.set(out.params.rule, (perRule.get(out.params.rule) ?? 0) + 1);
    if (examples.length < 5) examples.push(person.displayName);
  }
  const rules = scopeRules.flatMap((rule) => {
    const left = perRule.get(rule);
    return left === undefined ? [] : [{ rule, people: left }];
  });
  return { inScope, outOfScope: rules.reduce((sum, { people: left }) => sum + left, 0), rules, examples };
}

export interface ScopeChoice {
  /** What a clause names. */
  readonly id: string;
  readonly name: string;
  readonly people: number;
}

/** What the clauses can name, as the people at hand have it: the most frequent first. */
export interface ScopeChoices {
  readonly companies: readonly ScopeChoice[];
  readonly departments: readonly ScopeChoice[];
  readonly emailDomains: readonly ScopeChoice[];
  readonly contractTypes: readonly ScopeChoice[];
}

/** What scope rules can name among the people who work here or will, each with how many of them it means. */
export function findScopeChoices(people: readonly KnownPerson[]): ScopeChoices {
  const working = people.map(({ person }) => person).filter(({ status }) => status === 'active' || status === 'future');
  const byText = (values: readonly (string | null | undefined)[]) =>
    tally(values.flatMap((value) => (value ? [{ id: value, name: value }] : [])));
  return {
    companies: tally(working.map(({ companyId, companyName }) => ({ id: companyId, name: companyName }))),
    departments: byText(working.map(({ department }) => department)),
    emailDomains: byText(working.map(({ workEmail }) => workEmail?.split('@').at(-1)?.toLowerCase())),
    contractTypes: byText(working.map(({ contractType }) => contractType)),
  };
}

function tally(named: readonly { readonly id: string; readonly name: string }[]): readonly ScopeChoice[] {
  const choices = new Map<string, ScopeChoice>();
  for (const { id, name } of named) choices.set(id, { id, name, people: (choices.get(id)?.people ?? 0) + 1 });
  return [...choices.values()].sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1));
}
