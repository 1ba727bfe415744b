import type { Company, Contract, Employee, Employment, PersonalInfo } from '../people/records.ts';

/** What a perfect synchronisation says about one person. Written from the rules alone; shares no code with the product, nor with the imitation of Nmbrs. */
export interface PersonValues {
  readonly givenName: string;
  readonly familyName: string;
  readonly gender: string | null;
  readonly birthDate: string | null;
  readonly title: string | null;
  readonly phoneNumber: string | null;
  readonly employeeNumber: string | null;
  readonly contractType: string | null;
  readonly firstHiredOn: string | null;
}

const noDate = '0001-01-01';

/** A day, or null for the three ways in which Nmbrs says that there is none. */
export const dayOf = (date: string | null | undefined): string | null => {
  const day = date?.slice(0, 10) ?? '';
  return day === '' || day === noDate ? null : day;
};

/** As time, not as text; no moment comes first. */
const moment = (date: string | null): number =>
  date === null || dayOf(date) === null ? Number.NEGATIVE_INFINITY : Date.parse(`${date}Z`);

const trimmed = (text: string | undefined): string => (text ?? '').trim();

/** The record of a history that counts now: the greatest period that has come, and in it the latest entry. */
export const inForce = <T extends { StartYear: number; StartPeriod: number; CreationDate: string | null }>(
  history: readonly T[],
  { currentPeriod: now }: Company,
): T | null => {
  const come = history.filter(
    ({ StartYear, StartPeriod }) => StartYear < now.year || (StartYear === now.year && StartPeriod <= now.period),
  );
  const sorted = come.toSorted(
    (left, right) =>
      left.StartYear - right.StartYear ||
      left.StartPeriod - right.StartPeriod ||
      moment(left.CreationDate) - moment(right.CreationDate) ||
      0,
  );
  return sorted.at(-1) ?? null;
};

const joined = (parts: readonly string[], by: string): string => parts.filter((part) => part !== '').join(by);

export const ownName = (info: PersonalInfo): string => joined([trimmed(info.Prefix), trimmed(info.LastName)], ' ');

export const familyNameOf = (info: PersonalInfo): string => {
  const own = ownName(info);
  if (trimmed(info.PartnerLastName) === '') return own;
  const partner = joined([trimmed(info.PartnerPrefix), trimmed(info.PartnerLastName)], ' ');
  switch (info.Naamstelling) {
    case 2:
      return partner;
    case 3:
      return joined([partner, own], '-');
    case 4:
      return joined([own, partner], '-');
    default:
      return own;
  }
};

const givenNameOf = (info: PersonalInfo): string =>
  [info.Nickname, info.FirstName, info.Initials].map(trimmed).find((name) => name !== '') ?? '';

const genders: Readonly<Record<string, string>> = { male: 'male', '1': 'male', female: 'female', '2': 'female' };

/** E.164, or null. The country code is that of the host nmbrs.nl. */
export const phoneOf = (info: Pick<PersonalInfo, 'TelephoneMobileWork' | 'TelephoneWork'>): string | null => {
  const typed = trimmed(info.TelephoneMobileWork) || trimmed(info.TelephoneWork);
  const abroad = typed.startsWith('+') || typed.replace(/\D/g, '').startsWith('00');
  const digits = (abroad ? typed.replace('(0)', '') : typed).replace(/\D/g, '');
  const number = typed.startsWith('+')
    ? digits
    : digits.startsWith('00')
      ? digits.slice(2)
      : digits.startsWith('0')
        ? `31${digits.slice(1)}`
        : '';
  return /^\d{8,15}$/.test(number) ? `+${number}` : null;
};

export const contractTypeOf = (contracts: readonly Contract[], today: string): string | null => {
  const byId = new Map<number, Contract>();
  for (const contract of contracts) {
    const other = byId.get(contract.ContractID);
    if (!other || moment(contract.CreationDate) > moment(other.CreationDate)) byId.set(contract.ContractID, contract);
  }
  const started = [...byId.values()].filter(({ StartDate }) => (dayOf(StartDate) ?? '9999') <= today);
  const [current] = started.toSorted(
    (left, right) =>
      (dayOf(right.StartDate) ?? '').localeCompare(dayOf(left.StartDate) ?? '') ||
      moment(right.CreationDate) - moment(left.CreationDate) ||
      right.ContractID - left.ContractID,
  );
  if (!current) return null;
  if (current.Indefinite === null) return dayOf(current.EndDate) === null ? null : 'fixed term';
  return current.Indefinite ? 'permanent' : 'fixed term';
};

const starts = (employments: readonly Employment[]): string[] =>
  employments
    .map(({ StartDate }) => dayOf(StartDate))
    .filter((day) => day !== null)
    .toSorted();

export const firstHiredOf = (employments: readonly Employment[], today: string): string | null => {
  const days = starts(employments);
  const relevant = days.findLast((day) => day <= today) ?? days[0];
  const employment = employments.find(({ StartDate }) => dayOf(StartDate) === relevant);
  return dayOf(employment?.InitialStartDate) ?? days[0] ?? null;
};

/** The values of somebody whose personal record has begun. */
export const valuesOf = (employee: Employee, info: PersonalInfo, company: Company, today: string): PersonValues => {
  const job = inForce(employee.functions, company)?.Function;
  return {
    givenName: givenNameOf(info),
    familyName: familyNameOf(info),
    gender: genders[info.Gender] ?? null,
    birthDate: dayOf(info.Birthday),
    title: job && job.Code !== 0 ? trimmed(job.Description) || null : null,
    phoneNumber: phoneOf(info),
    employeeNumber: info.EmployeeNumber || employee.number || null,
    contractType: contractTypeOf(employee.contracts, today),
    firstHiredOn: firstHiredOf(employee.employments, today),
  };
};
