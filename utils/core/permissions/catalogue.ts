import type { PersonAttribute } from '../person.ts';
import { companyMethods, debtorMethods, employeeMethods } from './methods.ts';
import { type Permission, type PermissionNeed, type PermissionService, permissionKey } from './permission.ts';

/** A permission this product has a use for. Its reason is one plain sentence per locale: `permission.<service>.<method>`. */
export interface WantedPermission extends Permission {
  readonly need: 'required' | 'recommended' | 'optional';
  /** The attributes that are missing without it. */
  readonly serves: readonly PersonAttribute[];
}

/** What the synchronisation calls, from nmbrs-api.md §4.1 (inferred there from what each call answers). */
export const wantedPermissions: readonly WantedPermission[] = [
  { service: 'DebtorService', method: 'Environment_Get', need: 'recommended', serves: [] },
  { service: 'DebtorService', method: 'List_GetAll', need: 'required', serves: [] },
  { service: 'DebtorService', method: 'Manager_GetList', need: 'recommended', serves: ['manager'] },
  { service: 'CompanyService', method: 'List_GetAll', need: 'required', serves: [] },
  { service: 'CompanyService', method: 'Company_GetCurrentPeriod', need: 'required', serves: [] },
  { service: 'CompanyService', method: 'Converter_GetByCompany_IntToGuid', need: 'optional', serves: [] },
  { service: 'EmployeeService', method: 'EmployeeType_GetList', need: 'recommended', serves: [] },
  { service: 'EmployeeService', method: 'List_GetByCompany', need: 'required', serves: [] },
  {
    service: 'EmployeeService',
    method: 'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany',
    need: 'required',
    serves: ['givenName', 'familyName', 'workEmail', 'gender', 'birthDate', 'phoneNumber', 'employeeNumber'],
  },
  {
    service: 'EmployeeService',
    method: 'Function_GetAll_AllEmployeesByCompany_V2',
    need: 'recommended',
    serves: ['job'],
  },
  {
    service: 'EmployeeService',
    method: 'Contract_GetAll_AllEmployeesByCompany',
    need: 'recommended',
    serves: ['contractType'],
  },
  {
    service: 'EmployeeService',
    method: 'Employment_GetAll_AllEmployeesByCompany',
    need: 'recommended',
    serves: ['firstHiredOn'],
  },
  { service: 'EmployeeService', method: 'Manager_GetCurrent', need: 'recommended', serves: ['manager'] },
  {
    service: 'EmployeeService',
    method: 'Department_GetAll_AllEmployeesByCompany',
    need: 'recommended',
    serves: ['department'],
  },
];

const wantedByKey = new Map(wantedPermissions.map((wanted) => [permissionKey(wanted), wanted]));

/** Every permission that is known by name. */
export const allPermissions: readonly Permission[] = (
  [
    ['DebtorService', debtorMethods],
    ['CompanyService', companyMethods],
    ['EmployeeService', employeeMethods],
  ] as const
).flatMap(([service, methods]) => methods.map((method) => ({ service, method })));

/** Looks a permission up among those this product has a use for. */
export function findWanted(service: PermissionService, method: string): WantedPermission | null {
  return wantedByKey.get(permissionKey({ service, method })) ?? null;
}

/** Methods that only read although their name has no `_Get` (nmbrs-ui.md §4.2). */
const readsWithoutGet = /^(SalaryDocuments_AnnualDocument_\w+|HrDocuments_EmployerCostPerHour_Year|Debtor_IsOwner)$/;

/** Whether a method cannot change anything (nmbrs-ui.md §4.2: it contains `_Get`, or is one of three exceptions). */
export function isReadOnly(method: string): boolean {
  return method.includes('_Get') || readsWithoutGet.test(method);
}

/** BSN, salary and tax, bank, absence (health), family, documents (nmbrs-ui.md §4.2 "Avoid by default"). */
const sensitive =
  /^(PersonalInfo_|PersonalInfoContractSalaryAddress_|Salary|BankAccount_|Absence|Children_|Child_|Partner_|Wage|SVW_|Levensloop_|Spaarloon_|LeaseCar|Reports_Get(Payslip|Journals|WageCodes)|Journals_|Pension|HrDocuments_|EmployeeDocument_)/;

/** How much this product wants a permission, for any method, known or not. */
export function needOf(service: PermissionService, method: string): PermissionNeed {
  const wanted = findWanted(service, method);
  if (wanted) return wanted.need;
  return !isReadOnly(method) || sensitive.test(method) ? 'never' : 'unneeded';
}
