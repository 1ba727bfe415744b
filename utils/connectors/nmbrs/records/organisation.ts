import { type Period, pickCurrent } from '../../../core/normalise/period.ts';
import { cleanText } from '../../../core/normalise/text.ts';
import { collectHistories } from './histories.ts';
import { orNull, ownTextOrNull, toNumber } from './text.ts';

interface OrganisationRecord {
  readonly startYear: number;
  readonly startPeriod: number;
  readonly createdAt: string | null;
  readonly code: string;
  readonly description: string;
}

const fields = ['StartYear', 'StartPeriod', 'CreationDate', 'Code', 'Description'] as const;

/** Function_GetAll_AllEmployeesByCompany_V2 (nmbrs-api.md §2.12): per employee the description in force, or `null` (rules R4, R8). */
export function collectFunctions(current: Period) {
  return collectDescriptions(['EmployeeFunctionItem_V2', 'EmployeeFunctionItem'], ['EmployeeFunction'], current);
}

/** Department_GetAll_AllEmployeesByCompany, read likewise. */
export function collectDepartments(current: Period) {
  return collectDescriptions(['EmployeeDepartmentItem'], ['Department_V2', 'Department'], current);
}

function collectDescriptions(items: readonly string[], records: readonly string[], current: Period) {
  return collectHistories<OrganisationRecord, string | null>(
    { items, records, fields },
    ([year, period, createdAt, code = '', description = '']) => ({
      startYear: toNumber(year),
      startPeriod: toNumber(period),
      createdAt: orNull(createdAt),
      code,
      description,
    }),
    (history) => {
      const record = pickCurrent(history, current);
      // "No function" is also said by code 0 (nmbrs-api.md §2.12).
      if (record === null || record.code.trim() === '0') return null;
      return ownTextOrNull(cleanText(record.description));
    },
  );
}
