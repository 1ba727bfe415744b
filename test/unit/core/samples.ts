import type { Account } from '../../../utils/core/account.ts';
import type { IsoDate, IsoTime, RunId, SourceId, TargetId } from '../../../utils/core/ids.ts';
import type { Link } from '../../../utils/core/link.ts';
import type { Person, PersonAttribute } from '../../../utils/core/person.ts';
import type { PlanInput } from '../../../utils/core/plan/plan.ts';
import { defaultPolicy } from '../../../utils/core/policy.ts';
import { type SourceSnapshot, sealSnapshot } from '../../../utils/core/snapshot.ts';

/** What the people of the tests are made of: plain, complete, and different from each other by their id alone. */
export function person(id: string, over: Partial<Omit<Person, 'sourceId'>> = {}): Person {
  return {
    sourceId: id as SourceId,
    successorId: null,
    companyId: 'c1',
    companyName: 'Acme',
    status: 'active',
    startsOn: day('2018-02-01'),
    endsOn: null,
    displayName: `Given${id} Family${id}`,
    givenName: `Given${id}`,
    familyName: `Family${id}`,
    otherFullNames: [],
    workEmail: `p${id}@acme.example`,
    gender: 'female',
    birthDate: day('1980-04-01'),
    job: 'Cook',
    phoneNumber: '+31612345678',
    employeeNumber: `N${id}`,
    contractType: 'permanent',
    firstHiredOn: day('2018-02-01'),
    department: 'Kitchen',
    manager: null,
    ...over,
  };
}

/** The account that `person(id)` comes to, written out by hand. */
export function account(id: string, over: Partial<Omit<Account, 'targetId'>> = {}): Account {
  return {
    targetId: target(id),
    version: null,
    externalId: id,
    userName: `p${id}@acme.example`,
    givenName: `Given${id}`,
    familyName: `Family${id}`,
    active: true,
    managerUserName: null,
    gender: 'female',
    birthDate: day('1980-04-01'),
    title: 'Cook',
    phoneNumber: '+31612345678',
    employeeNumber: `N${id}`,
    contractType: 'permanent',
    firstHiredOn: day('2018-02-01'),
    department: 'Kitchen',
    ...over,
  };
}

/** An account that only has a login, as Javelo's own users do. */
export function bareAccount(id: string, userName: string, over: Partial<Omit<Account, 'targetId'>> = {}): Account {
  return account(id, {
    userName,
    externalId: null,
    employeeNumber: null,
    givenName: null,
    familyName: null,
    gender: null,
    birthDate: null,
    title: null,
    phoneNumber: null,
    contractType: null,
    firstHiredOn: null,
    department: null,
    ...over,
  });
}

export function links(...pairs: readonly (readonly [sourceId: string, targetId: string])[]): Map<SourceId, Link> {
  return new Map(
    pairs.map(([sourceId, targetId]) => [
      sourceId as SourceId,
      {
        sourceId: sourceId as SourceId,
        targetId: target(targetId),
        userName: `p${sourceId}@acme.example`,
        successorId: null,
        origin: 'created',
        applied: {},
        // Already missed once: most tests are about what follows.
        absentIn: 'run-0' as RunId,
        runId: 'run-0' as RunId,
        updatedAt: '2026-01-01T00:00:00.000Z' as IsoTime,
      },
    ]),
  );
}

/** A snapshot of one company; complete unless `answered` is false. */
export function snapshot(
  people: readonly Person[],
  options: { readonly answered?: boolean; readonly unread?: readonly PersonAttribute[] } = {},
): SourceSnapshot {
  return sealSnapshot(people, {
    companies: [{ id: 'c1', name: 'Acme', answered: options.answered ?? true, people: people.length }],
    unread: (options.unread ?? []).map((attribute) => ({
      attribute,
      error: { code: 'source-permission', params: {}, retryable: false },
    })),
    notices: [],
    calls: 1,
  });
}

export function planInput(
  people: readonly Person[],
  over: Partial<Omit<PlanInput, 'snapshot'>> & { readonly snapshot?: SourceSnapshot } = {},
): PlanInput {
  return {
    snapshot: snapshot(people),
    accounts: [],
    links: new Map(),
    policy: defaultPolicy,
    runId: 'run-1' as RunId,
    previous: null,
    ...over,
  };
}

export function manager(fullName: string | null, over: { email?: string; number?: string } = {}): Person['manager'] {
  return { email: over.email ?? null, number: over.number ?? null, fullName };
}

export function day(text: string): IsoDate {
  return text as IsoDate;
}

export function target(id: string): TargetId {
  return `t${id}` as TargetId;
}

export function source(id: string): SourceId {
  return id as SourceId;
}
