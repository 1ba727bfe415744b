import type { IsoDate, SourceId } from '../core/ids.ts';
import type { ManagerReference, Person } from '../core/person.ts';
import { type Dice, rollDice } from './dice.ts';
import { flaws } from './flaws.ts';
import { companies, familyNames, givenNames, teams } from './names.ts';

const seed = 20_261_124;
const beginners = 248;
/** What a week brings. */
const hired = 3;
const leaving = 2;
const promoted = 4;

/**
 * Everybody of the demo's employer, always the same for the same number of weeks gone by. Who was hired is at the end, who
 * left is still there and out of service. A few people have flaws, as real data has.
 */
export function staffAfter(weeks: number, today: IsoDate): readonly Person[] {
  const dice = rollDice(seed);
  const everyone: Person[] = [];
  for (let place = 0; place < beginners + weeks * hired; place += 1) {
    everyone.push(inventPerson(place, dice, everyone));
  }
  return everyone.map((person, place) => flaws(laterLife(person, place, weeks), place, everyone, today));
}

/** The first is the director, the next ones lead a team of a company each, all others belong to one of these. */
function inventPerson(place: number, dice: Dice, before: readonly Person[]): Person {
  const gender = place % 2 === 0 ? 'female' : 'male';
  const leads = companies.length * teams.length;
  const isLead = place > 0 && place <= leads;
  const slot = place === 0 ? 0 : isLead ? place - 1 : Math.floor(dice.next() * leads);
  const company = companies[slot % companies.length] ?? companies[0];
  const team = teams[Math.floor(slot / companies.length)] ?? teams[0];
  const givenName = dice.pick(givenNames[gender]);
  const familyName = dice.pick(familyNames);
  const manager = place === 0 ? null : isLead ? before[0] : before[slot + 1];
  const born = `${1962 + Math.floor(dice.next() * 42)}-${twoDigits(1 + dice.next() * 12)}-${twoDigits(1 + dice.next() * 28)}`;
  const since = `${2008 + Math.floor(dice.next() * 17)}-${twoDigits(1 + dice.next() * 12)}-01`;
  return {
    sourceId: String(560_100 + place) as SourceId,
    successorId: null,
    companyId: company.id,
    companyName: company.name,
    status: 'active',
    startsOn: since as IsoDate,
    endsOn: null,
    displayName: `${givenName} ${familyName}`,
    givenName,
    familyName,
    otherFullNames: [],
    workEmail: address(givenName, familyName, place, company.domain),
    gender,
    birthDate: born as IsoDate,
    job: place === 0 ? 'Director' : isLead ? team.lead : dice.pick(team.jobs),
    phoneNumber: `+316${String(10_000_000 + Math.floor(dice.next() * 89_999_999))}`,
    employeeNumber: String(1_001 + place),
    contractType: dice.next() < 0.8 ? 'permanent' : 'fixed term',
    firstHiredOn: since as IsoDate,
    department: place === 0 ? null : team.department,
    manager: manager ? referTo(manager) : null,
  };
}

/** Who left and who got another job, week by week. */
function laterLife(person: Person, place: number, weeks: number): Person {
  for (let week = 1; week <= weeks; week += 1) {
    const dice = rollDice(seed + week);
    const chosen = Array.from({ length: leaving + promoted }, () => 30 + Math.floor(dice.next() * (beginners - 30)));
    const at = chosen.indexOf(place);
    if (at >= 0 && at < leaving) return { ...person, status: 'left' };
    if (at >= leaving && person.job !== null) return { ...person, job: `Senior ${person.job.toLowerCase()}` };
  }
  return person;
}

export function referTo({ workEmail, employeeNumber, displayName }: Person): ManagerReference {
  return { email: workEmail, number: employeeNumber, fullName: displayName };
}

function address(givenName: string, familyName: string, place: number, domain: string): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^a-zA-Z]/g, '')
      .toLowerCase();
  return `${plain(givenName)}.${plain(familyName)}${place}@${domain}`;
}

const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0');
