import type { PersonAttribute } from '../../core/person.ts';
import { type Operation, operations } from './operations.ts';

/** One right of the user template this connector uses; a right is (service, method), since names recur across services (nmbrs-ui.md §4.1). */
export interface NeededPermission {
  readonly operation: Operation;
  /** Without it nobody can be read. */
  readonly required: boolean;
  /** What it gives; empty = people and companies themselves. */
  readonly attributes: readonly PersonAttribute[];
  /**
   * Values under which the call can be tried without moving any data: ids that nobody has. The right is checked before
   * the id (1001 → 1002 → 200x; inferred), so any other refusal shows that the right is there. `null` = not to be tried.
   */
  readonly probe: Readonly<Record<string, string | number>> | null;
}

export const neededPermissions: readonly NeededPermission[] = [
  { operation: operations.environment, required: false, attributes: [], probe: {} },
  { operation: operations.debtors, required: true, attributes: [], probe: {} },
  { operation: operations.companies, required: true, attributes: [], probe: {} },
  { operation: operations.currentPeriod, required: true, attributes: [], probe: { CompanyId: 0 } },
  { operation: operations.employeeTypes, required: false, attributes: [], probe: {} },
  { operation: operations.employees, required: true, attributes: [], probe: { CompanyId: 0, EmployeeType: 2 } },
  {
    operation: operations.personalInfo,
    required: true,
    attributes: ['givenName', 'familyName', 'workEmail', 'gender', 'birthDate', 'phoneNumber', 'employeeNumber'],
    probe: { CompanyID: 0 },
  },
  { operation: operations.functions, required: false, attributes: ['job'], probe: { CompanyID: 0 } },
  { operation: operations.departments, required: false, attributes: ['department'], probe: { CompanyID: 0 } },
  { operation: operations.contracts, required: false, attributes: ['contractType'], probe: { CompanyID: 0 } },
  { operation: operations.employments, required: false, attributes: ['firstHiredOn'], probe: { CompanyID: 0 } },
  { operation: operations.manager, required: false, attributes: ['manager'], probe: { EmployeeId: 0 } },
  { operation: operations.managersOfDebtor, required: false, attributes: ['manager'], probe: { DebtorId: 0 } },
  // A report is work for Nmbrs, so it is not begun only to see whether it may be.
  { operation: operations.startReport, required: false, attributes: ['manager'], probe: null },
  {
    operation: operations.reportResult,
    required: false,
    attributes: ['manager'],
    probe: { TaskId: '00000000-0000-0000-0000-000000000000' },
  },
  { operation: operations.guids, required: false, attributes: [], probe: { CompanyId: 0, Entity: 'Employee' } },
];
