import { describe, expect, it } from 'vitest';
import { allPermissions, isReadOnly, needOf, wantedPermissions } from '../../../../utils/core/permissions/catalogue.ts';
import { permissionKey } from '../../../../utils/core/permissions/permission.ts';

describe('the permission catalogue', () => {
  it('knows 341 methods of three services, each once', () => {
    expect(allPermissions).toHaveLength(341);
    expect(new Set(allPermissions.map(permissionKey)).size).toBe(341);
  });

  it('wants only permissions that exist, read only, and none that reaches BSN, salary or absence', () => {
    const known = new Set(allPermissions.map(permissionKey));
    for (const wanted of wantedPermissions) {
      expect(known, permissionKey(wanted)).toContain(permissionKey(wanted));
      expect(isReadOnly(wanted.method), wanted.method).toBe(true);
    }
    expect(wantedPermissions.map((wanted) => wanted.method).join(' ')).not.toMatch(/Salary|Absence|PersonalInfo_Get/);
  });

  it.each([
    ['EmployeeService', 'List_GetByCompany', 'required'],
    ['EmployeeService', 'Manager_GetCurrent', 'recommended'],
    ['DebtorService', 'Manager_GetList', 'recommended'],
    ['EmployeeService', 'Department_GetAll_AllEmployeesByCompany', 'recommended'],
    ['EmployeeService', 'Schedule_GetCurrent', 'unneeded'],
    ['EmployeeService', 'PersonalInfo_GetAll_AllEmployeesByCompany', 'never'],
    ['EmployeeService', 'Absence2_GetList', 'never'],
    ['EmployeeService', 'Salary_GetCurrent', 'never'],
    ['EmployeeService', 'PersonalInfo_UpdateCurrent', 'never'],
    ['CompanyService', 'SalaryDocuments_AnnualDocument_LeaveSaldos', 'never'],
    ['DebtorService', 'Debtor_IsOwner', 'unneeded'],
    ['DebtorService', 'Department_Delete', 'never'],
    ['EmployeeService', 'Something_New', 'never'],
    ['EmployeeService', 'Something_GetNew', 'unneeded'],
  ] as const)('%s.%s is %s', (service, method, need) => {
    expect(needOf(service, method)).toBe(need);
  });
});
