/** The SOAP operations this connector calls, each with the exact spelling of its parameters (nmbrs-api.md §2.4: `CompanyId` and `CompanyID` are different things). */
export type NmbrsService = 'DebtorService' | 'CompanyService' | 'EmployeeService' | 'ReportService';

export interface Operation {
  readonly service: NmbrsService;
  readonly method: string;
  /** In the order of the schema. */
  readonly parameters: readonly string[];
  /** Which header authenticates: all but Environment_Get name the domain (nmbrs-api.md §2.2, §2.3). */
  readonly header: 'AuthHeader' | 'AuthHeaderWithDomain';
}

function operation(service: NmbrsService, method: string, ...parameters: readonly string[]): Operation {
  return { service, method, parameters, header: 'AuthHeaderWithDomain' };
}

export const operations = {
  environment: { ...operation('DebtorService', 'Environment_Get'), header: 'AuthHeader' },
  debtors: operation('DebtorService', 'List_GetAll'),
  managersOfDebtor: operation('DebtorService', 'Manager_GetList', 'DebtorId'),
  companies: operation('CompanyService', 'List_GetAll'),
  currentPeriod: operation('CompanyService', 'Company_GetCurrentPeriod', 'CompanyId'),
  // The shape of the answer is published nowhere (nmbrs-api.md §6.2); read tolerantly.
  guids: operation('CompanyService', 'Converter_GetByCompany_IntToGuid', 'CompanyId', 'Entity'),
  employeeTypes: operation('EmployeeService', 'EmployeeType_GetList'),
  employees: operation('EmployeeService', 'List_GetByCompany', 'CompanyId', 'EmployeeType'),
  personalInfo: operation('EmployeeService', 'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany', 'CompanyID'),
  functions: operation('EmployeeService', 'Function_GetAll_AllEmployeesByCompany_V2', 'CompanyID'),
  departments: operation('EmployeeService', 'Department_GetAll_AllEmployeesByCompany', 'CompanyID'),
  contracts: operation('EmployeeService', 'Contract_GetAll_AllEmployeesByCompany', 'CompanyID'),
  employments: operation('EmployeeService', 'Employment_GetAll_AllEmployeesByCompany', 'CompanyID'),
  manager: operation('EmployeeService', 'Manager_GetCurrent', 'EmployeeId'),
  startReport: operation('ReportService', 'Reports_Business_EmployeeContracts_Background'),
  reportResult: operation('ReportService', 'Reports_BackgroundTask_Result', 'TaskId'),
} as const satisfies Readonly<Record<string, Operation>>;

/** Employee types that are known for sure (nmbrs-api.md §2.8); all others are out of scope. */
export const employeeTypes = { active: 2, left: 4 } as const;

/** Namespace of a service: the same on every host, the vendor's sandbox included (nmbrs-api.md §1). */
export function namespaceOf(service: NmbrsService): string {
  return `https://api.nmbrs.nl/soap/v3/${service}`;
}
