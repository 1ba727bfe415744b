import type { AttributeChanges } from '../account.ts';
import type { IsoDate, IsoTime, RunId, SourceId, TargetId } from '../ids.ts';
import type { Link } from '../link.ts';
import type { LogEntry } from '../log/log-entry.ts';
import { explainMapping, type MappedAttribute } from '../mapping/mapping.ts';
import type { PersonStatus } from '../person.ts';
import type { MatchEvidence, ReasonCode } from '../plan/change.ts';
import type { Policy } from '../policy.ts';
import { judgeScope, type OutOfScope } from '../scope/scope.ts';
import type { KnownPerson } from './known-person.ts';

/** One person, step by step (javelo-scim.md §6 row 12): imported, in scope, matched, mapped, and what came of it. */
export interface Explanation {
  readonly sourceId: SourceId;
  readonly displayName: string;
  /** What the last run read; `null` = the person was not among those it read. */
  readonly imported: {
    readonly at: IsoTime;
    readonly runId: RunId;
    readonly companyName: string;
    readonly status: PersonStatus;
    readonly startsOn: IsoDate | null;
    readonly endsOn: IsoDate | null;
    readonly workEmail: string | null;
  } | null;
  /** By the rules as they are now; `null` = in scope. */
  readonly outOfScope: OutOfScope | null;
  readonly match: {
    readonly evidence: MatchEvidence | null;
    /** Several accounts, or several people: their number and names are in `params`. */
    readonly conflict: { readonly reason: ReasonCode; readonly params: LogEntry['params'] } | null;
    readonly link: {
      readonly targetId: TargetId;
      readonly userName: string;
      readonly origin: Link['origin'];
      readonly updatedAt: IsoTime;
    } | null;
  };
  /** Of somebody who works here, by the mapping as it is now, with what the account was last given or found to have. */
  readonly mapping: readonly (MappedAttribute & { readonly applied: string | boolean | null })[];
  /** What became of the person, newest first. */
  readonly rows: readonly LogEntry[];
}

export interface ExplainInput {
  readonly sourceId: SourceId;
  readonly known: KnownPerson | null;
  readonly link: Link | null;
  /** Newest first. */
  readonly rows: readonly LogEntry[];
  readonly policy: Policy;
}

const conflicts: ReadonlySet<ReasonCode> = new Set(['match-ambiguous', 'account-claimed-twice']);

/** Puts together what the journal holds about one person; `null` = it holds nothing. */
export function explainPerson({ sourceId, known, link, rows, policy }: ExplainInput): Explanation | null {
  const [last] = rows;
  if (known === null && link === null && last === undefined) return null;
  const unread = new Set(known?.unread);
  return {
    sourceId,
    displayName: known?.person.displayName ?? last?.displayName ?? link?.userName ?? sourceId,
    imported: known && importedOf(known),
    outOfScope: known === null ? null : judgeScope(known.person, policy.scope, unread),
    match: {
      evidence: last?.match ?? null,
      conflict: last && conflicts.has(last.reason) ? { reason: last.reason, params: last.params } : null,
      link: link && {
        targetId: link.targetId,
        userName: link.userName,
        origin: link.origin,
        updatedAt: link.updatedAt,
      },
    },
    mapping: known?.person.status === 'active' ? mappingOf(known, link, policy, unread) : [],
    rows,
  };
}

function importedOf({ person, at, runId }: KnownPerson): Explanation['imported'] {
  const { companyName, status, startsOn, endsOn, workEmail } = person;
  return { at, runId, companyName, status, startsOn, endsOn, workEmail };
}

function mappingOf(
  known: KnownPerson,
  link: Link | null,
  policy: Policy,
  unread: ReadonlySet<KnownPerson['unread'][number]>,
): Explanation['mapping'] {
  const { person, managerUserName } = known;
  const applied: AttributeChanges = link?.applied ?? {};
  return explainMapping(person, { managerUserName, unread, policy, isNew: link === null }).map((row) => ({
    ...row,
    applied: applied[row.attribute] ?? null,
  }));
}
