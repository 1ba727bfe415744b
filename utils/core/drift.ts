import { type Account, type AccountAttribute, type AttributeChanges, accountAttributes } from './account.ts';
import type { IsoTime, SourceId, TargetId } from './ids.ts';
import type { Link } from './link.ts';
import { ruleOf } from './mapping/mapping.ts';
import { type MappableAttribute, mappableAttributes } from './mapping/mapping-rule.ts';
import { forEachInParts, type Parts, sortInParts } from './parts.ts';
import { compareSourceIds } from './people/select.ts';
import { isSameValue } from './plan/diff.ts';
import type { Policy } from './policy.ts';

type Value = string | boolean | null;

/** An account that is not as it was left. */
export interface Drift {
  readonly sourceId: SourceId;
  readonly targetId: TargetId;
  readonly displayName: string;
  readonly userName: string;
  /** The account is not in the target any more; then there are no differences to tell. */
  readonly isGone: boolean;
  readonly differences: readonly {
    readonly attribute: AccountAttribute;
    /** Last applied, or last seen equal. */
    readonly applied: Value;
    readonly found: Value;
  }[];
}

/** What the admin wants of one difference, where it is not "set it back", which every run does by itself. */
export interface DriftDecision {
  readonly sourceId: SourceId;
  readonly attribute: AccountAttribute;
  /** `accept`: their value is right, as long as it stays that value. `ignore`: whatever they have, for a while. */
  readonly choice: 'accept' | 'ignore';
  /** The decision is about this value of ours: once the source has another one, that one is written. */
  readonly ours: Value;
  readonly theirs: Value;
  /** When it ends; `null` = not by time. */
  readonly until: IsoTime | null;
}

/** Identity is never left to the target: who is who would come apart. */
export function canBeLeft(attribute: AccountAttribute): boolean {
  return attribute !== 'externalId' && attribute !== 'userName';
}

/** What in the target differs from what was last applied, of the attributes that are ours to write (javelo-scim.md §6 row 21). */
export function* findDrift(
  links: ReadonlyMap<SourceId, Link>,
  accounts: ReadonlyMap<TargetId, Account>,
  policy: Policy,
): Parts<readonly Drift[]> {
  const drifts: Drift[] = [];
  const sorted = yield* sortInParts([...links.values()], (a, b) => compareSourceIds(a.sourceId, b.sourceId));
  yield* forEachInParts(sorted, (link) => {
    const { sourceId, targetId, applied } = link;
    const account = accounts.get(targetId);
    if (account === undefined) {
      const isMissed = applied.active === true;
      if (isMissed) drifts.push({ ...describe(link), sourceId, targetId, isGone: true, differences: [] });
      return;
    }
    const differences = accountAttributes.flatMap((attribute) => {
      const ours = applied[attribute];
      if (ours === undefined || !isOurs(attribute, policy)) return [];
      const found = account[attribute];
      return isSameValue(attribute, ours, found) ? [] : [{ attribute, applied: ours, found }];
    });
    if (differences.length > 0) drifts.push({ ...describe(link), sourceId, targetId, isGone: false, differences });
  });
  return drifts;
}

/** Whether a decision counts at this time, in ms since 1970. */
export function isInForce({ until }: DriftDecision, nowMs: number): boolean {
  return until === null || Date.parse(until) > nowMs;
}

/** An admin's decisions by person. */
export function groupDecisions(decisions: readonly DriftDecision[]): ReadonlyMap<SourceId, readonly DriftDecision[]> {
  const grouped = new Map<SourceId, DriftDecision[]>();
  for (const decision of decisions) {
    const known = grouped.get(decision.sourceId);
    if (known === undefined) grouped.set(decision.sourceId, [decision]);
    else known.push(decision);
  }
  return grouped;
}

/** The attributes of an account that are left to the target, of those that would be written. */
export function findLeft(
  decisions: readonly DriftDecision[] | undefined,
  desired: AttributeChanges,
  existing: Account,
): readonly AccountAttribute[] {
  return (decisions ?? []).flatMap(({ attribute, choice, ours, theirs }) => {
    const wanted = desired[attribute];
    if (wanted === undefined || !canBeLeft(attribute) || !isSameValue(attribute, wanted, ours)) return [];
    const found = existing[attribute];
    if (isSameValue(attribute, wanted, found)) return [];
    return choice === 'ignore' || isSameValue(attribute, theirs, found) ? [attribute] : [];
  });
}

function describe({ applied, userName }: Link): Pick<Drift, 'displayName' | 'userName'> {
  const name = [applied.givenName, applied.familyName].filter(Boolean).join(' ');
  return { displayName: name === '' ? userName : name, userName };
}

function isOurs(attribute: AccountAttribute, policy: Policy): boolean {
  if (policy.excludedAttributes.includes(attribute)) return false;
  const isMapped = mappableAttributes.some((each) => each === attribute);
  return !isMapped || ruleOf(attribute as MappableAttribute, policy).write === 'always';
}
