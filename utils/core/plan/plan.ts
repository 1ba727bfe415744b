import type { Account, AccountAttribute } from '../account.ts';
import { type DriftDecision, groupDecisions } from '../drift.ts';
import type { GuardrailFinding, KnownCompany, PreviousRun, Verdict } from '../guardrails/guardrail.ts';
import { judgePlan, verdictOf } from '../guardrails/guardrails.ts';
import type { RunId, SourceId } from '../ids.ts';
import type { Link } from '../link.ts';
import { mapValue } from '../mapping/map-value.ts';
import { ruleOf } from '../mapping/mapping.ts';
import { matchAccountsInParts } from '../match/match.ts';
import type { Matching } from '../match/person-match.ts';
import { atOnce, forEachInParts, mapInParts, type Parts, sortInParts } from '../parts.ts';
import { decideManager } from '../people/decide-manager.ts';
import type { ExaminedPerson } from '../people/known-person.ts';
import { type ManagerResolution, resolveManagersInParts } from '../people/managers.ts';
import { compareSourceIds, type Selection, selectPeopleInParts } from '../people/select.ts';
import type { Person } from '../person.ts';
import type { Policy } from '../policy.ts';
import type { SourceSnapshot } from '../snapshot.ts';
import type { Change, ChangeAction } from './change.ts';
import type { Draft } from './draft.ts';
import { draftAbsent } from './draft-absent.ts';
import { keepOnly } from './draft-only.ts';
import { draftPerson } from './draft-person.ts';
import { orderChanges } from './order.ts';
import { hashPlan } from './plan-hash.ts';
import { limitTrials } from './trial.ts';

export interface PlanInput {
  readonly snapshot: SourceSnapshot;
  readonly accounts: readonly Account[];
  readonly links: ReadonlyMap<SourceId, Link>;
  readonly policy: Policy;
  readonly runId: RunId;
  /** Companies that the source has shown before and that nobody has said goodbye to. */
  readonly companiesBefore?: readonly KnownCompany[];
  /** `counted` of the last good run's plan; `null` = there was none. */
  readonly previous: PreviousRun | null;
  /** Attributes that were not accepted and are tried again, on a few people. */
  readonly onTrial?: readonly AccountAttribute[];
  /** Plan for this person alone: nobody else is touched, and who else is gone does not matter. */
  readonly only?: SourceId;
  /** What the admin left to the target, as far as it is in force. */
  readonly decisions?: readonly DriftDecision[];
}

/** Everything that is to happen to everyone, in the order in which it is to happen. */
export interface Plan {
  /**
   * Creates, updates and second passes, then disables, then skips. Every person read has exactly one, besides second passes; so has
   * every linked account whose person is gone. A change whose `match` is not by link adopts its account (see `isAdoption`).
   */
  readonly changes: readonly Change[];
  readonly findings: readonly GuardrailFinding[];
  readonly verdict: Verdict;
  /** Of what would be written; an approval is bound to it. */
  readonly hash: string;
  readonly summary: Readonly<Record<ChangeAction, number>>;
  /** Everybody read, once, with the manager that was found. */
  readonly people: readonly ExaminedPerson[];
  /** To be remembered when the run ends well: the next plan's `previous`. */
  readonly counted: PreviousRun;
}

/** What planning finds out on its way; the explanation of one person reads it too. */
export interface Findings {
  readonly people: readonly Person[];
  readonly selection: Selection;
  readonly matching: Matching;
  readonly managers: ManagerResolution;
}

/**
 * Plans a run: who is created, updated, disabled or left alone, why, and whether that may happen without an admin
 * (design.md rules 1 and 5; models.md c.5). Linear but for sorting; the same for every order of the input.
 */
export function buildPlan(input: PlanInput): Plan {
  return atOnce(buildPlanInParts(input));
}

/** The same in parts, for companies so large that planning them in one go would keep everything else waiting. */
export function* buildPlanInParts(input: PlanInput): Parts<Plan> {
  const { snapshot, policy, links, only } = input;
  const decisions = groupDecisions(input.decisions ?? []);
  const findings = yield* examinePeople(input);
  const byId = new Map<SourceId, Person>();
  yield* forEachInParts(findings.people, (person) => void byId.set(person.sourceId, person));
  const context = {
    ...findings,
    links,
    policy,
    unread: snapshot.unread,
    complete: snapshot.complete,
    runId: only === undefined ? input.runId : null,
    byId,
    decisions,
  };
  const drafts: Draft[] = yield* mapInParts(findings.people, (person) => draftPerson(person, context));
  if (snapshot.complete) for (const draft of yield* draftAbsent(context)) drafts.push(draft);
  const wanted = only === undefined ? drafts : keepOnly(drafts, only, context);
  const changes = yield* orderChanges(limitTrials(wanted, input.onTrial ?? []));
  const counted = {
    people: countWorking(findings.selection),
    accounts: findings.matching.index.byTargetId.size,
  };
  yield;
  const judged = yield* judgePlan({
    changes,
    snapshot,
    links,
    index: findings.matching.index,
    counted,
    policy,
    previous: input.previous,
    companiesBefore: input.companiesBefore ?? [],
  });
  return {
    changes,
    findings: judged,
    verdict: verdictOf(judged),
    hash: yield* hashPlan(changes),
    summary: countActions(changes),
    people: yield* mapInParts(findings.people, (person) => ({
      person,
      managerId: findings.managers.managerOf.get(person.sourceId) ?? null,
      managerUserName: decideManager(person, context),
    })),
    counted,
  };
}

/** Selection, matches and managers of everyone, in the order of their ids so that no later step depends on the input's order. */
function* examinePeople({
  snapshot,
  accounts,
  links,
  policy,
}: Pick<PlanInput, 'snapshot' | 'accounts' | 'links' | 'policy'>): Parts<Findings> {
  const single = [...(yield* withoutDoubles(snapshot.people))];
  const people = yield* sortInParts(single, (a, b) => compareSourceIds(a.sourceId, b.sourceId));
  const selection = yield* selectPeopleInParts(people, policy.scope, snapshot.unread);
  const numbered = yield* mapInParts(people, (person) => withMappedNumber(person, policy));
  const whole = { people: numbered, selection, accounts, links, complete: snapshot.complete };
  const matching = yield* matchAccountsInParts(whole);
  return { people, selection, matching, managers: yield* resolveManagersInParts(people, selection) };
}

/** Accounts carry the employee number as the mapping writes it, so they are searched by that. */
function withMappedNumber(person: Person, policy: Policy): Person {
  if (policy.mapping.employeeNumber === undefined) return person;
  const { mapped } = mapValue(ruleOf('employeeNumber', policy).value, person, null);
  return mapped === person.employeeNumber ? person : { ...person, employeeNumber: mapped };
}

/** Whether carrying out the change makes an existing account ours: the engine then stores a link with origin `adopted`. */
export function isAdoption(change: Change): boolean {
  return change.targetId !== null && change.match !== null && change.match.by !== 'link';
}

/** A source id read twice is one person; the record that works here counts before one that does not. */
function* withoutDoubles(people: readonly Person[]): Parts<Iterable<Person>> {
  const byId = new Map<SourceId, Person>();
  yield* forEachInParts(people, (person) => {
    const known = byId.get(person.sourceId);
    if (known === undefined || (known.status !== 'active' && person.status === 'active'))
      byId.set(person.sourceId, person);
  });
  return byId.values();
}

function countWorking(selection: Selection): number {
  let working = 0;
  for (const { kind } of selection.values()) if (kind === 'account' || kind === 'joined') working++;
  return working;
}

function countActions(changes: readonly Change[]): Plan['summary'] {
  const counts: Record<ChangeAction, number> = { create: 0, update: 0, disable: 0, skip: 0 };
  for (const change of changes) counts[change.action]++;
  return counts;
}
