import type { PermissionService } from '../../utils/core/permissions/permission.ts';

/** As Nmbrs itself prints them, in every language (nmbrs-ui.md §2 A2). */
export const serviceNames: Readonly<Record<PermissionService, string>> = {
  DebtorService: 'Debtor Services',
  CompanyService: 'Company Services',
  EmployeeService: 'Employee Services',
};
