import { addDays, midnight, type Period } from './dates.ts';
import {
  creationOf,
  futurePeriod,
  type HistoryContext,
  momentOn,
  pastPeriods,
  takeId,
  writeContracts,
  writeDepartments,
  writeEmployments,
  writeFunctions,
} from './histories.ts';
import { asAddressPart, birthPlaces, familyNames, givenNames } from './names.ts';
import { fixedPhone, junkPhones, mobilePhone } from './phones.ts';
import type { Random } from './random.ts';
import { type Employee, employeeTypes, type PersonalInfo } from './records.ts';

export interface Draft {
  readonly number: string;
  readonly hired: string;
  readonly type?: number;
}

const phones = (
  random: Random,
): Pick<PersonalInfo, 'TelephoneWork' | 'TelephoneMobileWork' | 'TelephonePrivate' | 'TelephoneMobilePrivate'> => {
  const kind = random.next();
  const own = random.chance(0.4)
    ? { TelephonePrivate: fixedPhone(random), TelephoneMobilePrivate: mobilePhone(random) }
    : {};
  if (kind < 0.58) return { ...own, TelephoneMobileWork: mobilePhone(random) };
  if (kind < 0.75) return { ...own, TelephoneMobileWork: mobilePhone(random), TelephoneWork: fixedPhone(random) };
  if (kind < 0.9)
    return { ...own, ...(random.chance(0.3) ? { TelephoneMobileWork: '' } : {}), TelephoneWork: fixedPhone(random) };
  if (kind < 0.93) return { ...own, TelephoneMobileWork: random.pick(junkPhones) };
  return own;
};

const partnerName = (random: Random): Pick<PersonalInfo, 'PartnerPrefix' | 'PartnerLastName'> => {
  const [prefix, name] = random.pick(familyNames);
  return { ...(prefix ? { PartnerPrefix: prefix } : {}), PartnerLastName: name };
};

const genderOf = (gender: 'male' | 'female', random: Random): string => {
  const kind = random.next();
  if (kind < 0.04) return 'undefined';
  if (kind < 0.08) return gender === 'male' ? '1' : '2';
  return gender;
};

const workAddress = (given: string, family: string, domain: string, taken: Set<string>): string => {
  const local = [asAddressPart(given), asAddressPart(family)].filter(Boolean).join('.');
  for (let attempt = 1; ; attempt += 1) {
    const address = `${local}${attempt === 1 ? '' : attempt}@${domain}`;
    if (!taken.has(address)) {
      taken.add(address);
      return address;
    }
  }
};

const baseInfo = (
  draft: Draft,
  context: HistoryContext,
  addresses: Set<string>,
): Omit<PersonalInfo, 'Id' | 'CreationDate' | 'StartPeriod' | 'StartYear'> => {
  const { random, company, population } = context;
  const [given, gender] = random.pick(givenNames);
  const [prefix, family] = random.pick(familyNames);
  const nickname = random.next();
  const born = addDays(population.today, -random.int(17 * 365, 66 * 365));
  const unusualBirth = random.next();
  const address = workAddress(given, `${prefix.replaceAll(' ', '')}${family}`, company.emailDomain, addresses);
  return {
    EmployeeNumber: draft.number,
    ...(random.chance(0.1) ? { Title: 'Drs.' } : {}),
    FirstName: given,
    Initials: `${given[0] ?? ''}.`,
    ...(prefix ? { Prefix: prefix } : random.chance(0.1) ? { Prefix: '' } : {}),
    LastName: family,
    ...(nickname < 0.3
      ? { Nickname: given }
      : nickname < 0.4
        ? { Nickname: given.slice(0, 3) }
        : nickname < 0.45
          ? { Nickname: '' }
          : {}),
    Gender: genderOf(gender, random),
    NationalityCode: 1,
    PlaceOfBirth: random.pick(birthPlaces),
    CountryOfBirthISOCode: 'NL',
    IdentificationType: 0,
    ...(random.chance(0.3) ? partnerName(random) : {}),
    ...phones(random),
    ...(random.chance(0.5) ? { EmailPrivate: `${asAddressPart(given)}${draft.number}@prive.example` } : {}),
    EmailWork: random.chance(0.1) ? address.replace(/^./, (letter) => letter.toUpperCase()) : address,
    BurgerlijkeStaat: random.int(0, 4),
    Naamstelling: random.chance(0.5) ? 1 : random.int(1, 4),
    Birthday: unusualBirth < 0.01 ? null : unusualBirth < 0.02 ? '0001-01-01T00:00:00' : midnight(born),
    DeceasedDate: null,
  };
};

/** What a person's record said before: another number, another name order, another address. */
const earlier = (info: PersonalInfo, random: Random): Partial<PersonalInfo> =>
  random.pick<() => Partial<PersonalInfo>>([
    () => ({ TelephoneMobileWork: mobilePhone(random) }),
    () => ({ Naamstelling: 1, LastName: random.pick(familyNames)[1] }),
    () => ({ EmailWork: `oud.${info.EmailWork ?? 'adres@acme.example'}`.toLowerCase() }),
    () => ({ Nickname: `${info.FirstName ?? ''}tje` }),
  ])();

/** The history of the personal record: former records differ, future ones must not count yet. */
const writePersonalInfos = (draft: Draft, context: HistoryContext, addresses: Set<string>): PersonalInfo[] => {
  const { random, population } = context;
  const base = baseInfo(draft, context, addresses);
  const at = (period: Period): PersonalInfo => ({
    Id: takeId(population),
    ...base,
    DisplayName: displayNameOf(base),
    CreationDate: creationOf(period, context),
    StartPeriod: period.period,
    StartYear: period.year,
  });
  const past = pastPeriods(draft.hired, random.chance(0.25) ? random.int(1, 2) : 0, context).map(at);
  const records = past.map((info, index) => (index === past.length - 1 ? info : { ...info, ...earlier(info, random) }));
  const current = records.at(-1);
  if (current && random.chance(0.05)) {
    // Entered twice in one period: the later entry counts, and one without a moment counts least.
    const first = random.chance(0.5) ? null : '1999-12-31T09:00:00';
    records.push({ ...current, ...earlier(current, random), Id: takeId(population), CreationDate: first });
    current.CreationDate ??= momentOn(addDays(population.today, -30), random);
  }
  if (random.chance(0.05)) {
    const planned = at(futurePeriod(context));
    records.push({ ...planned, ...earlier(planned, random) });
  }
  return random.chance(0.5) ? records : random.shuffle(records);
};

export const displayNameOf = (info: Pick<PersonalInfo, 'FirstName' | 'Nickname' | 'Prefix' | 'LastName'>): string =>
  [info.Nickname || info.FirstName, info.Prefix, info.LastName].filter(Boolean).join(' ');

/** A whole employee with all histories; nobody's manager and managed by nobody yet. */
export const createEmployee = (draft: Draft, context: HistoryContext, addresses: Set<string>): Employee => {
  const { random, population, company } = context;
  const personalInfos = writePersonalInfos(draft, context, addresses);
  const contracts = random.chance(0.02) ? [] : writeContracts(draft.hired, context);
  return {
    id: 500_000 + takeId(population),
    companyId: company.id,
    number: draft.number,
    displayName: personalInfos[0]?.DisplayName ?? '',
    type: draft.type ?? employeeTypes.payroll,
    personalInfos,
    functions: random.chance(0.02) ? [] : writeFunctions(draft.hired, context),
    departments: writeDepartments(draft.hired, context),
    contracts,
    noContractsAs: random.pick(['empty', 'omitted', 'nil', 'absent'] as const),
    employments: writeEmployments(draft.hired, random.chance(0.03), context),
    manager: null,
  };
};
