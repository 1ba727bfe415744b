import type { Account } from '../../utils/core/account.ts';
import type { RunId, SourceId, TargetId } from '../../utils/core/ids.ts';
import type { Link } from '../../utils/core/link.ts';
import type { LogEntry } from '../../utils/core/log/log-entry.ts';
import { type KnownPerson, toKnownPerson } from '../../utils/core/people/known-person.ts';
import type { Person } from '../../utils/core/person.ts';
import type { Change } from '../../utils/core/plan/change.ts';
import type { Operation } from '../../utils/core/run/operation.ts';
import { noCounts, type Run } from '../../utils/core/run/run.ts';
import { toIsoTime } from '../../utils/ports/clock.ts';

export const startMs = Date.UTC(2026, 10, 24, 9);

export function aRun(id: string, changes: Partial<Run> = {}): Run {
  return {
    id: id as RunId,
    kind: 'initial',
    mode: 'live',
    trigger: 'manual',
    state: 'queued',
    startedAt: toIsoTime(startMs),
    updatedAt: toIsoTime(startMs),
    endedAt: null,
    sourceCursor: null,
    targetCursor: null,
    progress: { done: 0, total: 0 },
    notBeforeMs: 0,
    attempts: 0,
    counts: noCounts,
    requests: { source: 0, target: 0 },
    planHash: 'plan',
    approvedHash: null,
    findings: [],
    notices: [],
    error: null,
    ...changes,
  };
}

export function aPerson(id: string, changes: Partial<Person> = {}): Person {
  return {
    sourceId: id as SourceId,
    successorId: null,
    companyId: '1',
    companyName: 'Acme',
    status: 'active',
    startsOn: null,
    endsOn: null,
    displayName: `Given${id} Family${id}`,
    givenName: `Given${id}`,
    familyName: `Family${id}`,
    otherFullNames: [],
    workEmail: `p${id}@acme.example`,
    gender: null,
    birthDate: null,
    job: null,
    phoneNumber: null,
    employeeNumber: id,
    contractType: null,
    firstHiredOn: null,
    department: null,
    manager: null,
    ...changes,
  };
}

export function anAccount(id: string, changes: Partial<Account> = {}): Account {
  return {
    targetId: `t${id}` as TargetId,
    version: null,
    externalId: id,
    userName: `p${id}@acme.example`,
    givenName: `Given${id}`,
    familyName: `Family${id}`,
    active: true,
    managerUserName: null,
    gender: null,
    birthDate: null,
    title: null,
    phoneNumber: null,
    employeeNumber: id,
    contractType: null,
    firstHiredOn: null,
    department: null,
    ...changes,
  };
}

export function aChange(id: string, changes: Partial<Change> = {}): Change {
  return {
    sourceId: id as SourceId,
    targetId: null,
    version: null,
    displayName: `Given${id} Family${id}`,
    userName: `p${id}@acme.example`,
    companyName: 'Acme',
    action: 'create',
    reason: 'new-in-source',
    params: {},
    match: null,
    before: {},
    after: { userName: `p${id}@acme.example`, externalId: id, active: true },
    successorId: null,
    ...changes,
  };
}

export function anOperation(runId: string, seq: number, changes: Partial<Operation> = {}): Operation {
  return {
    runId: runId as RunId,
    seq,
    entrySeq: seq,
    kind: 'create',
    change: aChange(String(seq)),
    desired: null,
    status: 'pending',
    attempts: 0,
    notBeforeMs: 0,
    targetId: null,
    error: null,
    ...changes,
  };
}

export function anEntry(runId: string, seq: number, changes: Partial<LogEntry> = {}): LogEntry {
  return {
    runId: runId as RunId,
    seq,
    at: toIsoTime(startMs),
    sourceId: String(seq) as SourceId,
    targetId: null,
    displayName: `Given${seq} Family${seq}`,
    userName: `p${seq}@acme.example`,
    companyName: 'Acme',
    outcome: 'waiting',
    reason: 'new-in-source',
    params: {},
    match: null,
    modified: [],
    retryAt: null,
    error: null,
    ...changes,
  };
}

export function aLink(id: string, changes: Partial<Link> = {}): Link {
  return {
    sourceId: id as SourceId,
    targetId: `t${id}` as TargetId,
    userName: `p${id}@acme.example`,
    successorId: null,
    origin: 'created',
    applied: { userName: `p${id}@acme.example` },
    runId: 'r1' as RunId,
    updatedAt: toIsoTime(startMs),
    ...changes,
  };
}

export function aKnownPerson(id: string, changes: Partial<Person> = {}): KnownPerson {
  const examined = { person: aPerson(id, changes), managerId: null, managerUserName: null };
  return toKnownPerson(examined, new Set(), { runId: 'r1' as RunId, seq: Number(id), at: toIsoTime(startMs) });
}
