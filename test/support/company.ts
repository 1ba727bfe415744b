import type { Account } from '../../utils/core/account.ts';
import type { IsoDate, TargetId } from '../../utils/core/ids.ts';
import type { Person } from '../../utils/core/person.ts';
import type { SourceEvidence } from '../../utils/core/snapshot.ts';
import { aPerson } from './journal-rows.ts';

/** People who report to one another, eight to a manager, with a value for everything; nobody is in a circle. */
export function aCompany(size: number): readonly Person[] {
  return Array.from({ length: size }, (_, at) => {
    const id = String(at + 1);
    const boss = at === 0 ? null : Math.floor((at - 1) / 8) + 1;
    return aPerson(id, {
      gender: at % 2 === 0 ? 'female' : 'male',
      birthDate: '1990-02-28' as IsoDate,
      job: `Job ${id}`,
      phoneNumber: '+31612345678',
      contractType: 'permanent',
      firstHiredOn: '2019-11-01' as IsoDate,
      department: 'Research',
      manager: boss === null ? null : { number: String(boss), email: `p${boss}@acme.example`, fullName: null },
    });
  });
}

/** The account of somebody who is in step. */
export function accountOf(person: Person): Account {
  return {
    targetId: `t${person.sourceId}` as TargetId,
    version: null,
    externalId: person.sourceId,
    userName: person.workEmail ?? '',
    givenName: person.givenName,
    familyName: person.familyName,
    active: true,
    managerUserName: person.manager?.email ?? null,
    gender: person.gender,
    birthDate: person.birthDate,
    title: person.job,
    phoneNumber: person.phoneNumber,
    employeeNumber: person.employeeNumber,
    contractType: person.contractType,
    firstHiredOn: person.firstHiredOn,
    department: person.department,
  };
}

/** What a source says to prove that these people are everyone. */
export function evidenceOf(people: readonly Person[]): SourceEvidence {
  const companies = [{ id: '1', name: 'Acme', answered: true, people: people.length }];
  return { companies, unread: [], notices: [], calls: 1 };
}
