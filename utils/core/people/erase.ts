import type { SourceId } from '../ids.ts';
import type { Link } from '../link.ts';
import type { LogEntry } from '../log/log-entry.ts';
import type { Run } from '../run/run.ts';
import type { KnownPerson } from './known-person.ts';

/** By what a person can be recognised in the records of others. */
export interface Traces {
  readonly sourceId: SourceId;
  /** In lower case. */
  readonly userNames: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

const erased = '***';

/** Everything the journal calls this person, from what it holds about him. */
export function findTraces(
  sourceId: SourceId,
  held: { readonly known: KnownPerson | null; readonly link: Link | null; readonly rows: readonly LogEntry[] },
): Traces {
  const { known, link, rows } = held;
  const changed = rows.flatMap(({ modified }) =>
    modified.flatMap(({ attribute, from, to }) => (attribute === 'userName' ? [from, to] : [])),
  );
  const userNames = [known?.person.workEmail, link?.userName, ...rows.map(({ userName }) => userName), ...changed];
  const names = [known?.person.displayName, ...rows.map(({ displayName }) => displayName)];
  return {
    sourceId,
    userNames: new Set(userNames.flatMap((value) => (typeof value === 'string' && value ? [value.toLowerCase()] : []))),
    names: new Set(names.filter((name) => name !== undefined && name !== '') as string[]),
  };
}

/** What is left of a link: that this id has this account, without which the next run might make a second one. */
export function toTombstone({ sourceId, targetId, successorId, origin, runId, updatedAt }: Link): Link {
  return { sourceId, targetId, userName: '', successorId, origin, applied: {}, runId, updatedAt };
}

/** Somebody else's row, without this person in it; the same object where he is not. */
export function eraseFromEntry(entry: LogEntry, traces: Traces): LogEntry {
  const modified = entry.modified.map((property) => {
    const { from, to } = property;
    const isFree = !isTrace(from, traces) && !isTrace(to, traces);
    return isFree
      ? property
      : { ...property, from: isTrace(from, traces) ? erased : from, to: isTrace(to, traces) ? erased : to };
  });
  const params = Object.entries(entry.params).map(([name, value]) => [name, eraseFromText(value, traces)] as const);
  const isUntouched =
    modified.every((property, at) => property === entry.modified[at]) &&
    params.every(([name, value]) => value === entry.params[name]);
  return isUntouched ? entry : { ...entry, modified, params: Object.fromEntries(params) };
}

/** What was applied as somebody's manager is not known any more, so that it is neither told nor compared. */
export function eraseFromLink(link: Link, traces: Traces): Link {
  const { managerUserName, ...applied } = link.applied;
  return isTrace(managerUserName, traces) ? { ...link, applied } : link;
}

/** What is known of somebody else, without this person as the manager; the same object where he is not. */
export function eraseFromKnown(known: KnownPerson, traces: Traces): KnownPerson {
  if (known.managerId !== traces.sourceId && !isTrace(known.managerUserName, traces)) return known;
  const { managerUserName: _managerUserName, ...rest } = known;
  return { ...rest, managerId: null };
}

/** A run without this person's name among its examples; the same object where it is not. */
export function eraseFromRun(run: Run, traces: Traces): Run {
  const isNamed = run.findings.some(({ examples }) => examples.some((name) => traces.names.has(name)));
  if (!isNamed) return run;
  const findings = run.findings.map((finding) => ({
    ...finding,
    examples: finding.examples.map((name) => (traces.names.has(name) ? erased : name)),
  }));
  return { ...run, findings };
}

/** Whether a remembered fact names the person, in whatever shape its owner keeps it. */
export function isMentioned(value: unknown, { userNames, names }: Traces): boolean {
  const text = JSON.stringify(value).toLowerCase();
  return [...userNames, ...names].some((trace) => text.includes(JSON.stringify(trace.toLowerCase()).slice(1, -1)));
}

function isTrace(value: string | boolean | null | undefined, { userNames }: Traces): boolean {
  return typeof value === 'string' && userNames.has(value.toLowerCase());
}

/** A parameter may be a list of logins. */
function eraseFromText(value: string | number, traces: Traces): string | number {
  if (typeof value !== 'string') return value;
  const parts = value.split(', ');
  return parts.some((part) => isTrace(part, traces) || traces.names.has(part))
    ? parts.map((part) => (isTrace(part, traces) || traces.names.has(part) ? erased : part)).join(', ')
    : value;
}
