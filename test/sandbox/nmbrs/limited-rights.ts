import { allRights } from './catalogue.ts';

/**
 * What a planning vendor had an admin leave on, the list of Horeko (nmbrs-api.md §4.2): a template as it is met in real
 * environments, made for another integration. Everything else is off.
 */
const leftOn: ReadonlySet<string> = new Set([
  'DebtorService.List_GetAll',
  'CompanyService.List_GetAll',
  'CompanyService.Company_GetCurrentPeriod',
  'CompanyService.HourModel_GetHourCodes',
  'CompanyService.HourModel2_GetHourCodes',
  'CompanyService.WageModel_GetWageCodes',
  'CompanyService.WageModel2_GetWageCodes',
  'EmployeeService.Address_GetListCurrent',
  'EmployeeService.Employment_GetAll_AllEmployeesByCompany',
  'EmployeeService.List_GetByCompany',
  'EmployeeService.PersonalInfo_GetAll_AllEmployeesByCompany',
  'EmployeeService.PersonalInfo_GetCurrent',
]);

/** Every right with whether it is on in such a template. */
export const limitedRights = (): ReadonlyMap<string, boolean> =>
  new Map(allRights.map((right) => [right, leftOn.has(right)]));
