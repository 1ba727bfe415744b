import type { Employee, PersonalInfo } from '../../people/records.ts';
import { define, type Environment, type Parameters } from '../operation.ts';

/** Reads every employee of a company, former ones and those to come included (nmbrs-api.md §5). */
const ofCompany =
  (asItem: (employee: Employee) => unknown) =>
  ({ company, employeesOf }: Environment, { CompanyID }: Parameters): unknown =>
    employeesOf(company(CompanyID).id)
      .map(asItem)
      .filter((item) => item !== undefined);

const bulk = (name: string, item: string, asItem: (employee: Employee) => unknown) =>
  define('EmployeeService', name, 'CompanyID:int', `${item}[]`, ofCompany(asItem), { bulk: true });

/** A number that is nobody's: it serves to show that a reader leaves it alone. */
export const fakeBsn = ({ id }: Employee): string => String(900_000_000 + id);

const withBsn = (employee: Employee): (PersonalInfo & { BSN: string })[] =>
  employee.personalInfos.map((info) => ({ ...info, BSN: fakeBsn(employee) }));

const contractItem = (employee: Employee): unknown => {
  const EmployeeId = employee.id;
  if (employee.contracts.length > 0) return { EmployeeId, EmployeeContracts: employee.contracts };
  switch (employee.noContractsAs) {
    case 'empty':
      return { EmployeeId, EmployeeContracts: [] };
    case 'nil':
      return { EmployeeId, EmployeeContracts: null };
    case 'omitted':
      return { EmployeeId };
    case 'absent':
      return undefined;
  }
};

/** Whole histories of a whole company in one call (nmbrs-api.md §2.9–§2.12). */
export const employeeHistoryOperations = [
  bulk('PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany', 'PersonalInfoItem', ({ id, personalInfos }) => ({
    EmployeeId: id,
    EmployeePersonalInfos: personalInfos,
  })),
  bulk('PersonalInfo_GetAll_AllEmployeesByCompany', 'PersonalInfoItem', (employee) => ({
    EmployeeId: employee.id,
    EmployeePersonalInfos: withBsn(employee),
  })),
  bulk('Function_GetAll_AllEmployeesByCompany_V2', 'EmployeeFunctionItem_V2', ({ id, functions }) => ({
    EmployeeId: id,
    EmployeeFunctions: functions,
  })),
  bulk('Department_GetAll_AllEmployeesByCompany', 'EmployeeDepartmentItem', ({ id, departments }) => ({
    EmployeeId: id,
    EmployeeDepartments: departments,
  })),
  bulk('Contract_GetAll_AllEmployeesByCompany', 'EmployeeContractItemGlobal', contractItem),
  bulk('Employment_GetAll_AllEmployeesByCompany', 'EmployeeEmploymentItem', ({ id, employments }) => ({
    EmployeeId: id,
    EmployeeEmployments: employments,
  })),
];
