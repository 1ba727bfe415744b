import type { IsoDate } from '../../../core/ids.ts';
import { type ContractRecord, pickContractType } from '../../../core/normalise/contract.ts';
import { toIsoDate } from '../../../core/normalise/date.ts';
import type { ContractType } from '../../../core/person.ts';
import { collectHistories } from './histories.ts';
import { orNull, toNumber } from './text.ts';

const fields = ['ContractID', 'CreationDate', 'StartDate', 'EndDate', 'Indefinite'] as const;

/** Contract_GetAll_AllEmployeesByCompany (nmbrs-api.md §2.10), under both of its item names: per employee the type in force (rule R11). */
export function collectContractTypes(today: IsoDate) {
  return collectHistories<ContractRecord, ContractType | null>(
    { items: ['EmployeeContractItemGlobal', 'EmployeeContractItem'], records: ['EmployeeContract'], fields },
    ([id, createdAt, start, end, indefinite]) => ({
      contractId: toNumber(id),
      createdAt: orNull(createdAt),
      startsOn: toIsoDate(start),
      endsOn: toIsoDate(end),
      indefinite: toBoolean(indefinite),
    }),
    (history) => pickContractType(history, today),
  );
}

/** Both spellings of XML Schema's boolean; nil is not known. */
function toBoolean(text: string | undefined): boolean | null {
  switch (text?.trim().toLowerCase()) {
    case 'true':
    case '1':
      return true;
    case 'false':
    case '0':
      return false;
    default:
      return null;
  }
}
