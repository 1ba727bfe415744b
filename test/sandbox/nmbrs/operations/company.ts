import { createGuid } from '../../people/random.ts';
import type { Company } from '../../people/records.ts';
import { define } from '../operation.ts';

const asRecord = ({ id, number, name, periodType }: Company) => ({
  ID: id,
  Number: number,
  Name: name,
  LoonaangifteTijdvak: periodType === '4W' ? 'Week4' : 'Month',
});

export const asPeriodText = ({ currentPeriod, periodType }: Company): string =>
  `${currentPeriod.year}-${currentPeriod.period}-${periodType}`;

/** nmbrs-api.md §2.7. The answer of the converter is published in names only (`Entity`, `Mappings`, `IdInt`, `IdGuid`): its shape is inferred. */
export const companyOperations = [
  define('CompanyService', 'List_GetAll', '', 'Company[]', ({ companies }) => companies().map(asRecord)),
  define('CompanyService', 'List_GetByDebtor', 'DebtorId:int', 'Company[]', ({ companies, debtor }, { DebtorId }) => {
    const { id } = debtor(DebtorId);
    return companies()
      .filter(({ debtorId }) => debtorId === id)
      .map(asRecord);
  }),
  define('CompanyService', 'Company_GetCurrentPeriod', 'CompanyId:int', 'string', ({ company }, { CompanyId }) =>
    asPeriodText(company(CompanyId)),
  ),
  define(
    'CompanyService',
    'Converter_GetByCompany_IntToGuid',
    'CompanyId:int Entity:string?',
    'GuidConvertor',
    ({ company, employeesOf }, { CompanyId, Entity }) => {
      const { id, debtorId } = company(CompanyId);
      const ids =
        Entity === 'Company'
          ? [id]
          : Entity === 'Debtor'
            ? [debtorId]
            : Entity === 'Employee'
              ? employeesOf(id).map((employee) => employee.id)
              : [];
      return { Entity, Mappings: ids.map((each) => ({ IdInt: each, IdGuid: createGuid(`${Entity}/${each}`) })) };
    },
  ),
];
