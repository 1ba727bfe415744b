/** The services whose methods an API template switches on and off one by one (nmbrs-ui.md §2 A2). */
export const permissionServices = ['DebtorService', 'CompanyService', 'EmployeeService'] as const;
export type PermissionService = (typeof permissionServices)[number];

/** A right in an API template: the same method name exists in several services, so both make its identity (nmbrs-ui.md §4.1). */
export interface Permission {
  readonly service: PermissionService;
  readonly method: string;
}

/**
 * How much this product wants a permission.
 * `required` without it nothing is read · `recommended` without it one attribute is missing · `optional` helps, at a price
 * · `unneeded` harmless, but not used · `never` reaches what a synchronisation has no business with (BSN, salary, absence, writing).
 */
export type PermissionNeed = 'required' | 'recommended' | 'optional' | 'unneeded' | 'never';

/** `EmployeeService.List_GetByCompany`: for keys, logs and messages. */
export function permissionKey(permission: Permission): string {
  return `${permission.service}.${permission.method}`;
}
