import { CompanionError, type ErrorInfo, toErrorInfo } from '../../core/errors.ts';
import type { IsoDate } from '../../core/ids.ts';
import { type Period, parsePeriod } from '../../core/normalise/period.ts';
import { mapInParts } from '../../core/parts.ts';
import type { Person, PersonAttribute } from '../../core/person.ts';
import type { Scheduler } from '../../ports/scheduler.ts';
import { assemblePerson } from './assemble-person.ts';
import { isNotAllowed } from './faults.ts';
import { employeeTypes, type Operation, operations } from './operations.ts';
import { collectContractTypes } from './records/contract.ts';
import { collectEmployments } from './records/employment.ts';
import { collectEmployees, type ListedCompany, type ListedEmployee } from './records/lists.ts';
import { collectDepartments, collectFunctions } from './records/organisation.ts';
import { collectPersonalInfo } from './records/personal-info.ts';
import { leafText } from './small-answer.ts';
import type { Collector, SoapClient } from './soap-client.ts';

export interface CompanyReading {
  readonly people: readonly Person[];
  /** Attributes that this company's answers did not give, because a method is not allowed. */
  readonly unread: readonly { readonly attribute: PersonAttribute; readonly error: ErrorInfo }[];
}

export interface CompanyQuestion {
  readonly company: ListedCompany;
  readonly today: IsoDate;
  readonly dialCode: string;
  readonly scheduler: Scheduler;
}

/**
 * Everybody of one company, in eight calls. What decides who is there is required and throws; what only adds an attribute
 * is listed in `unread` where it is not allowed. Throws CompanionError; `source-scope` = this company is not ours to read.
 */
export async function readCompany(client: SoapClient, question: CompanyQuestion): Promise<CompanyReading> {
  const { company, today } = question;
  const [current, active, former] = await Promise.all([
    readCurrentPeriod(client, company),
    listEmployees(client, company, employeeTypes.active),
    listEmployees(client, company, employeeTypes.left),
  ]);
  const unread: CompanyReading['unread'][number][] = [];
  const values = { CompanyID: company.id };

  async function optional<Value>(
    operation: Operation,
    attributes: readonly PersonAttribute[],
    collect: () => Collector<ReadonlyMap<string, Value>>,
  ): Promise<ReadonlyMap<string, Value>> {
    try {
      return await client.stream(operation, values, collect);
    } catch (error) {
      if (!isNotAllowed(error)) throw error;
      for (const attribute of attributes) unread.push({ attribute, error: toErrorInfo(error) });
      return new Map();
    }
  }

  const [personal, jobs, departments, contractTypes, employments] = await Promise.all([
    client.stream(operations.personalInfo, values, collectPersonalInfo(current, question.dialCode)),
    optional(operations.functions, ['job'], collectFunctions(current)),
    optional(operations.departments, ['department'], collectDepartments(current)),
    optional(operations.contracts, ['contractType'], collectContractTypes(today)),
    optional(operations.employments, ['firstHiredOn'], collectEmployments(today)),
  ]);

  const listed = new Map<string, ListedEmployee>();
  for (const employee of [...former, ...active]) listed.set(employee.id, employee);
  const activeIds = new Set(active.map(({ id }) => id));
  const ids = new Set([...listed.keys(), ...personal.keys()]);
  const assembled = mapInParts(ids, (id) =>
    assemblePerson({
      id,
      company,
      listing: activeIds.has(id) ? 'active' : listed.has(id) ? 'former' : null,
      listed: listed.get(id),
      personal: personal.get(id) ?? null,
      job: jobs.get(id) ?? null,
      department: departments.get(id) ?? null,
      contractType: contractTypes.get(id) ?? null,
      employment: employments.get(id),
    }),
  );
  return { people: await question.scheduler.run(assembled), unread };
}

/** Without it no history can be read rightly (rule R4), so an answer that is not understood is refused. */
async function readCurrentPeriod(client: SoapClient, company: ListedCompany): Promise<Period> {
  const tree = await client.ask(operations.currentPeriod, { CompanyId: company.id });
  const text = leafText(tree, 'Company_GetCurrentPeriodResult');
  const period = parsePeriod(text);
  if (period) return period;
  const { service, method } = operations.currentPeriod;
  throw new CompanionError('source-invalid', { service, method, detail: `period ${text?.slice(0, 20) ?? ''}` });
}

function listEmployees(client: SoapClient, company: ListedCompany, employeeType: number) {
  const values = { CompanyId: company.id, EmployeeType: employeeType };
  return client.stream(operations.employees, values, collectEmployees);
}
