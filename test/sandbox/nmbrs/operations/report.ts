import { recordInForce } from '../../people/current.ts';
import { createGuid } from '../../people/random.ts';
import { type Employee, employeeTypes } from '../../people/records.ts';
import { codeFault } from '../fault.ts';
import { define, type Environment } from '../operation.ts';
import { escapeText } from '../serialise.ts';

/** Reports in the making: GUID → how often they were asked for, and the answer. */
export type ReportTasks = Map<string, { polls: number; readonly content: string }>;

const day = (date: string | null | undefined): string => (date ? date.slice(0, 10) : '-');

/** The first and the last day over all employments; an open one has no last day. */
const serviceOf = ({ employments }: Employee): { from: string; to: string } => {
  const starts = employments.map(({ StartDate }) => StartDate ?? '').sort();
  const open = employments.some(({ EndDate }) => EndDate === null);
  const ends = employments.map(({ EndDate }) => EndDate ?? '').sort();
  return { from: day(starts[0]), to: open ? '-' : day(ends.at(-1)) };
};

const row = (employee: Employee, { company, population }: Environment): string => {
  const { id, number, name, debtorId, currentPeriod } = company(employee.companyId);
  const debtor = population.debtors.find((each) => each.id === debtorId);
  const contract =
    employee.contracts.find(({ StartDate }) => (StartDate ?? '') <= population.today) ?? employee.contracts[0];
  const department = recordInForce(employee.departments, company(employee.companyId));
  const { from, to } = serviceOf(employee);
  const manager = [employee.manager?.FirstName, employee.manager?.Name].filter(Boolean).join(' ');
  const values: Record<string, string> = {
    EmployeeID: String(employee.id),
    EmployeeNumber: employee.number,
    EmployeeName: employee.displayName,
    CompanyID: String(id),
    CompanyNumber: String(number),
    CompanyName: name,
    DebtorID: String(debtorId),
    DebtorNumber: debtor?.number ?? '-',
    DebtorName: debtor?.name ?? '-',
    ServiceStartDate: from,
    OutOfServiceDate: to,
    StartPeriod: String(currentPeriod.period),
    TotalPeriod: '1',
    ContractStartDate: day(contract?.StartDate),
    ContractEndDate: day(contract?.EndDate),
    Department: department?.Description ?? '-',
    Manager: manager || '-',
  };
  const cells = Object.entries(values).map(([key, value]) => `<${key}>${escapeText(value)}</${key}>`);
  return `<Employee>${cells.join('')}</Employee>`;
};

const write = (environment: Environment): string => {
  const rows = environment
    .companies()
    .flatMap(({ id }) =>
      environment
        .employeesOf(id)
        .filter(({ type }) => type === employeeTypes.payroll || type === employeeTypes.formerPayroll),
    )
    .map((employee) => row(employee, environment));
  return `<?xml version="1.0" encoding="utf-16"?>\r\n<EmployeeContractReport xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">\r\n${rows.join('\r\n')}\r\n</EmployeeContractReport>`;
};

/** Background reports: started, then asked for until they are done (nmbrs-api.md §2.16). */
export const createReportOperations = (tasks: ReportTasks, pollsUntilDone: () => number) => [
  define('ReportService', 'Reports_Business_EmployeeContracts_Background', '', 'string', (environment) => {
    const task = createGuid(`${environment.population.seed}/task/${tasks.size}`);
    tasks.set(task, { polls: 0, content: write(environment) });
    return task;
  }),
  define(
    'ReportService',
    'Reports_BackgroundTask_Result',
    'TaskId:string?',
    'BackgroundTaskResult',
    (_environment, { TaskId }) => {
      const task = tasks.get(String(TaskId));
      if (!task) throw codeFault(2019);
      task.polls += 1;
      if (task.polls > pollsUntilDone()) return { TaskId, Status: 'Success', Content: task.content };
      return { TaskId, Status: task.polls === 1 ? 'Enqueued' : 'Executing' };
    },
  ),
];
