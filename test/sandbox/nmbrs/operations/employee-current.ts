import { recordInForce } from '../../people/current.ts';
import { comparePeriods, midnight } from '../../people/dates.ts';
import type { Company, Contract, Employee, PersonalInfo } from '../../people/records.ts';
import { codeFault } from '../fault.ts';
import { define, type Parameters } from '../operation.ts';
import { fakeBsn } from './employee-histories.ts';

/** The company as it stood, or will stand, in the asked period. */
const inPeriod = (company: Company, { Period, Year }: Parameters): Company => {
  const asked = { year: Number(Year), period: Number(Period) };
  const last = company.periodType === '4W' ? 13 : 12;
  if (asked.period < 1 || asked.period > last || asked.year < 1900 || asked.year > 2100) throw codeFault(2006);
  return { ...company, currentPeriod: asked };
};

const personalInfo = (employee: Employee, company: Company): unknown => {
  const info = recordInForce<PersonalInfo>(employee.personalInfos, company);
  if (!info) return undefined;
  return {
    ...info,
    Id: employee.id,
    Number: employee.number,
    DisplayName: employee.displayName,
    BSN: fakeBsn(employee),
    BurgerlijkeStaat: String(info.BurgerlijkeStaat),
    Naamstelling: String(info.Naamstelling),
  };
};

/** Nobody is shown in either of two ways (nmbrs-api.md §2.13, inferred). */
const manager = ({ id, manager: staff }: Employee): unknown =>
  staff ?? (id % 2 === 0 ? undefined : { Number: 0, FirstName: '', Name: '' });

/** Contracts in force, of doubled ids the later entry only. */
const contractsInForce = (contracts: readonly Contract[], today: string): Contract[] => {
  const now = midnight(today);
  const kept = new Map<number, Contract>();
  for (const contract of contracts) {
    const other = kept.get(contract.ContractID);
    if (!other || (contract.CreationDate ?? '') > (other.CreationDate ?? '')) kept.set(contract.ContractID, contract);
  }
  return [...kept.values()].filter(
    ({ StartDate, EndDate }) => (StartDate ?? '') <= now && (EndDate === null || EndDate >= now),
  );
};

const perEmployee = 'EmployeeId:int';
const perPeriod = 'EmployeeId:int Period:int Year:int';

/** What holds for one employee, now or in a period (nmbrs-api.md §2.9–§2.13). */
export const employeeCurrentOperations = [
  define('EmployeeService', 'PersonalInfo_GetCurrent', perEmployee, 'PersonalInfo', ({ employee }, { EmployeeId }) => {
    const found = employee(EmployeeId);
    return personalInfo(found.employee, found.company);
  }),
  define('EmployeeService', 'PersonalInfo_Get', perPeriod, 'PersonalInfo', ({ employee }, parameters) => {
    const found = employee(parameters.EmployeeId);
    return personalInfo(found.employee, inPeriod(found.company, parameters));
  }),
  define('EmployeeService', 'Function_GetCurrent', perEmployee, 'Function', ({ employee }, { EmployeeId }) => {
    const found = employee(EmployeeId);
    return recordInForce(found.employee.functions, found.company)?.Function;
  }),
  define('EmployeeService', 'Department_GetCurrent', perEmployee, 'Department', ({ employee }, { EmployeeId }) => {
    const found = employee(EmployeeId);
    return recordInForce(found.employee.departments, found.company);
  }),
  define(
    'EmployeeService',
    'Contract_GetAll',
    perEmployee,
    'EmployeeContract[]',
    ({ employee }, { EmployeeId }) => employee(EmployeeId).employee.contracts,
  ),
  define(
    'EmployeeService',
    'Contract_GetCurrentPeriod',
    perEmployee,
    'EmployeeContractItem',
    ({ employee, population }, { EmployeeId }) => {
      const { id, contracts } = employee(EmployeeId).employee;
      return { EmployeeId: id, EmployeeContracts: contractsInForce(contracts, population.today) };
    },
    { resultElement: 'EmployeeContractItem' },
  ),
  define('EmployeeService', 'Service_GetList', perEmployee, 'ServiceInterval[]', ({ employee }, { EmployeeId }) =>
    employee(EmployeeId).employee.employments.map(({ StartDate, EndDate, InitialStartDate }) => ({
      Start: StartDate,
      End: EndDate,
      SeniorityDate: InitialStartDate,
      EndServiceReason: EndDate === null ? undefined : 'Einde dienstverband',
    })),
  ),
  define('EmployeeService', 'Manager_GetCurrent', perEmployee, 'Staff', ({ employee }, { EmployeeId }) =>
    manager(employee(EmployeeId).employee),
  ),
  define('EmployeeService', 'Manager_Get', perPeriod, 'Staff', ({ employee }, parameters) => {
    const found = employee(parameters.EmployeeId);
    // Only the manager of today is kept: earlier periods know none.
    return comparePeriods(inPeriod(found.company, parameters).currentPeriod, found.company.currentPeriod) < 0
      ? undefined
      : manager(found.employee);
  }),
];
