import { findWanted } from '../../core/permissions/catalogue.ts';
import { permissionServices } from '../../core/permissions/permission.ts';
import { type Operation, operations } from './operations.ts';

/** One right this connector uses; a right is (service, method), since names recur across services (nmbrs-ui.md §4.1). */
export interface NeededPermission {
  readonly operation: Operation;
  /** Without it nobody can be read. */
  readonly required: boolean;
  /**
   * Values under which the call can be tried without moving any data: ids that nobody has. The right is checked before
   * the id (1001 → 1002 → 200x; inferred), so any other refusal shows that the right is there. `null` = not to be tried.
   */
  readonly probe: Readonly<Record<string, string | number>> | null;
}

const probes: readonly (readonly [Operation, NeededPermission['probe']])[] = [
  [operations.environment, {}],
  [operations.debtors, {}],
  [operations.companies, {}],
  [operations.currentPeriod, { CompanyId: 0 }],
  [operations.employeeTypes, {}],
  [operations.employees, { CompanyId: 0, EmployeeType: 2 }],
  [operations.personalInfo, { CompanyID: 0 }],
  [operations.functions, { CompanyID: 0 }],
  [operations.departments, { CompanyID: 0 }],
  [operations.contracts, { CompanyID: 0 }],
  [operations.employments, { CompanyID: 0 }],
  [operations.manager, { EmployeeId: 0 }],
  [operations.managersOfDebtor, { DebtorId: 0 }],
  // A report is work for Nmbrs, so it is not begun only to see whether it may be.
  [operations.startReport, null],
  [operations.reportResult, { TaskId: '00000000-0000-0000-0000-000000000000' }],
  [operations.guids, { CompanyId: 0, Entity: 'Employee' }],
];

/** How much each one matters is told by the catalogue of core; the report service, which no template lists, only saves calls. */
export const neededPermissions: readonly NeededPermission[] = probes.map(([operation, probe]) => {
  const service = permissionServices.find((name) => name === operation.service);
  const required = service !== undefined && findWanted(service, operation.method)?.need === 'required';
  return { operation, required, probe };
});
