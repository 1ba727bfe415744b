import { cleanText } from '../../../core/normalise/text.ts';
import { collectList } from './histories.ts';
import { ownText, ownTextOrNull, requireId } from './text.ts';

/** A row of List_GetByCompany (nmbrs-api.md §2.8). */
export interface ListedEmployee {
  readonly id: string;
  /** As sent: 00123 stays 00123. */
  readonly number: string | null;
  readonly displayName: string | null;
}

export interface ListedCompany {
  readonly id: string;
  readonly name: string;
}

export const collectEmployees = collectList<ListedEmployee>(
  'Employee',
  ['Id', 'Number', 'DisplayName'],
  ([id, number, displayName]) => ({
    id: requireId(id, 'Id'),
    number: number === '0' ? null : ownTextOrNull(cleanText(number)),
    displayName: ownTextOrNull(cleanText(displayName)),
  }),
);

/** CompanyService List_GetAll: `ID`, in capitals (nmbrs-api.md §2.7). */
export const collectCompanies = collectList<ListedCompany>('Company', ['ID', 'Id', 'Number', 'Name'], (values) => {
  const [upperId, id, number, name] = values;
  const companyId = requireId(upperId === '' ? id : upperId, 'ID');
  return { id: companyId, name: ownText(cleanText(name) ?? cleanText(number) ?? companyId) };
});

/** DebtorService List_GetAll: ids only. */
export const collectDebtors = collectList<string>('Debtor', ['Id'], ([id]) => requireId(id, 'Id'));

/** EmployeeType_GetList: ids only. */
export const collectEmployeeTypes = collectList<string>('EmployeeType', ['Id'], ([id]) => requireId(id, 'Id'));
