import type { IsoDate } from '../../../core/ids.ts';
import { toIsoDate } from '../../../core/normalise/date.ts';
import { toGender } from '../../../core/normalise/gender.ts';
import { composeFamilyName, composeGivenName, otherFullNames } from '../../../core/normalise/name.ts';
import { type Period, pickCurrent } from '../../../core/normalise/period.ts';
import { normalisePhone } from '../../../core/normalise/phone.ts';
import { cleanText } from '../../../core/normalise/text.ts';
import type { Gender } from '../../../core/person.ts';
import { collectHistories } from './histories.ts';
import { orNull, ownText, ownTextOrNull, toNumber } from './text.ts';

/** What a person's current record says about him, normalised. */
export interface PersonalFacts {
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly otherFullNames: readonly string[];
  /** Lower case; not checked, since core tells an invalid one from none. */
  readonly workEmail: string | null;
  readonly gender: Gender | null;
  readonly birthDate: IsoDate | null;
  readonly phoneNumber: string | null;
  readonly employeeNumber: string | null;
}

interface PersonalRecord {
  readonly startYear: number;
  readonly startPeriod: number;
  readonly createdAt: string | null;
  readonly values: readonly string[];
}

// Neither BSN nor private contact data: they are never taken out of the answer.
const fields = [
  'StartYear',
  'StartPeriod',
  'CreationDate',
  'DisplayName',
  'EmployeeNumber',
  'FirstName',
  'Initials',
  'Prefix',
  'LastName',
  'Nickname',
  'Gender',
  'PartnerPrefix',
  'PartnerLastName',
  'TelephoneWork',
  'TelephoneMobileWork',
  'EmailWork',
  'Naamstelling',
  'Birthday',
] as const;

/** PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany (nmbrs-api.md §2.9 b): per employee the record in force (rule R4), or `null` where none has begun. */
export function collectPersonalInfo(current: Period, dialCode: string) {
  return collectHistories<PersonalRecord, PersonalFacts | null>(
    { items: ['PersonalInfoItem'], records: ['PersonalInfo_V2', 'PersonalInfo'], fields },
    (values) => ({
      startYear: toNumber(values[0]),
      startPeriod: toNumber(values[1]),
      createdAt: orNull(values[2]),
      values: values.slice(3),
    }),
    (history) => {
      const record = pickCurrent(history, current);
      return record && toFacts(record.values, dialCode);
    },
  );
}

function toFacts(values: readonly string[], dialCode: string): PersonalFacts {
  const [displayName, number, firstName, initials, prefix, lastName, nickname, gender, ...more] = values;
  const [partnerPrefix, partnerLastName, phone, mobile, email, nameOrder, birthday] = more;
  const names = { nickname, firstName, initials, prefix, lastName, partnerPrefix, partnerLastName, nameOrder };
  const countryCode = { countryCode: dialCode };
  const birthDate = toIsoDate(birthday);
  return {
    displayName: ownTextOrNull(cleanText(displayName)),
    givenName: ownTextOrNull(composeGivenName(names)),
    familyName: ownTextOrNull(composeFamilyName(names)),
    otherFullNames: otherFullNames(names).map(ownText),
    workEmail: ownTextOrNull(cleanText(email)?.toLowerCase() ?? null),
    gender: toGender(gender),
    birthDate: birthDate && (ownText(birthDate) as IsoDate),
    phoneNumber: normalisePhone(cleanText(mobile) ?? phone, countryCode),
    // An employee number is a number that Nmbrs gives out; 0 is what .NET writes for none.
    employeeNumber: number === '0' ? null : ownTextOrNull(cleanText(number)),
  };
}
