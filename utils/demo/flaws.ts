import type { IsoDate } from '../core/ids.ts';
import type { Person } from '../core/person.ts';

const dayMs = 86_400_000;
const startsInDays = 12;

/** What is wrong in the demo's data, by the person's place: one of each thing the companion tells about. */
export function flaws(person: Person, place: number, everyone: readonly Person[], today: IsoDate): Person {
  switch (place) {
    case 37:
      return { ...person, workEmail: null };
    case 52:
    case 53:
      return { ...person, workEmail: everyone[51]?.workEmail ?? null };
    case 71:
      return { ...person, workEmail: `${person.givenName} at noordster` };
    case 88:
      return { ...person, manager: { email: person.workEmail, number: null, fullName: person.displayName } };
    case 104:
    case 105:
      return { ...person, job: null };
    case 119:
      return { ...person, manager: null };
    case 131: {
      const startsOn = new Date(Date.parse(today) + startsInDays * dayMs).toISOString().slice(0, 10) as IsoDate;
      return { ...person, status: 'future', startsOn, firstHiredOn: startsOn };
    }
    default:
      return person;
  }
}
