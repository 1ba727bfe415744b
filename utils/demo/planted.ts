import type { Account } from '../core/account.ts';
import type { IsoDate, TargetId } from '../core/ids.ts';
import { staffAfter } from './staff.ts';

const places = [4, 9, 17, 26, 44, 63] as const;

/** A few people who had an account before: made by hand, so without a Nmbrs ID and with details of their own. */
export function plantedAccounts(today: IsoDate): readonly Account[] {
  const staff = staffAfter(0, today);
  return places.flatMap((place) => {
    const person = staff[place];
    if (!person?.workEmail) return [];
    return [
      {
        targetId: `demo-account-${place}` as TargetId,
        version: null,
        externalId: null,
        userName: person.workEmail,
        givenName: person.givenName,
        familyName: person.familyName,
        active: true,
        managerUserName: null,
        gender: null,
        birthDate: null,
        title: place % 2 === 0 ? 'Trainee' : person.job,
        phoneNumber: null,
        employeeNumber: null,
        contractType: null,
        firstHiredOn: null,
        department: null,
      },
    ];
  });
}
