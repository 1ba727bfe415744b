import { define } from '../operation.ts';

/** nmbrs-api.md §2.3, §2.6. */
export const debtorOperations = [
  define('DebtorService', 'Environment_Get', '', 'Domain', ({ account }) => ({
    Domain: `${account.domain}.nmbrs.nl`,
    SubDomain: account.domain,
  })),
  define('DebtorService', 'List_GetAll', '', 'Debtor[]', ({ debtors }) =>
    debtors().map(({ id, number, name }) => ({ Id: id, Number: number, Name: name })),
  ),
  define('DebtorService', 'List_GetByNumber', 'Number:string?', 'Debtor[]', ({ debtors }, { Number: wanted }) =>
    debtors()
      .filter(({ number }) => number === wanted)
      .map(({ id, number, name }) => ({ Id: id, Number: number, Name: name })),
  ),
  define(
    'DebtorService',
    'Manager_GetList',
    'DebtorId:int',
    'Manager[]',
    ({ debtor }, { DebtorId }) => debtor(DebtorId).managers,
  ),
  define(
    'DebtorService',
    'Department_GetList',
    'DebtorId:int',
    'Department[]',
    ({ debtor }, { DebtorId }) => debtor(DebtorId).departments,
  ),
  define(
    'DebtorService',
    'Function_GetList',
    'DebtorId:int',
    'Function[]',
    ({ debtor }, { DebtorId }) => debtor(DebtorId).functions,
  ),
];
