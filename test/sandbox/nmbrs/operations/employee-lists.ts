import { type Employee, employeeTypes } from '../../people/records.ts';
import { define } from '../operation.ts';
import { asPeriodText } from './company.ts';

const descriptions: Readonly<Record<keyof typeof employeeTypes, string>> = {
  applicant: 'Applicant',
  payroll: 'Payroll',
  newHire: 'New hire',
  formerPayroll: 'Former payroll',
  external: 'External',
  formerExternal: 'Former external',
  rejectedApplicant: 'Rejected applicant',
};

const ofType =
  (type: unknown) =>
  (employee: Employee): boolean =>
    employee.type === type;

const asRecord = ({ id, number, displayName }: Employee) => ({ Id: id, Number: number, DisplayName: displayName });

/** Who there is (nmbrs-api.md §2.8). */
export const employeeListOperations = [
  define('EmployeeService', 'EmployeeType_GetList', '', 'EmployeeType[]', () =>
    (Object.keys(employeeTypes) as (keyof typeof employeeTypes)[]).map((name) => ({
      Id: employeeTypes[name],
      Description: descriptions[name],
    })),
  ),
  define(
    'EmployeeService',
    'List_GetByCompany',
    'CompanyId:int EmployeeType:int',
    'Employee[]',
    ({ company, employeesOf }, { CompanyId, EmployeeType }) =>
      employeesOf(company(CompanyId).id).filter(ofType(EmployeeType)).map(asRecord),
  ),
  define(
    'EmployeeService',
    'List_GetByDebtor',
    'DebtorId:int EmployeeType:int',
    'Employee[]',
    ({ debtor, companies, employeesOf }, { DebtorId, EmployeeType }) => {
      const { id } = debtor(DebtorId);
      return companies()
        .filter(({ debtorId }) => debtorId === id)
        .flatMap((company) => employeesOf(company.id).filter(ofType(EmployeeType)).map(asRecord));
    },
  ),
  define('EmployeeService', 'Employee_GetCurrent', 'EmployeeId:int', 'string', ({ employee }, { EmployeeId }) =>
    asPeriodText(employee(EmployeeId).company),
  ),
];
