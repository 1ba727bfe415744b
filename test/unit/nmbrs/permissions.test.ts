import { describe, expect, it } from 'vitest';
import { operations } from '../../../utils/connectors/nmbrs/operations.ts';
import { neededPermissions } from '../../../utils/connectors/nmbrs/permissions.ts';
import { wantedPermissions } from '../../../utils/core/permissions/catalogue.ts';
import { permissionKey } from '../../../utils/core/permissions/permission.ts';

const nameOf = ({ service, method }: { service: string; method: string }): string => `${service}.${method}`;

describe('the rights that the connector needs', () => {
  it('are those of every operation it calls, and nothing else', () => {
    const used = Object.values(operations).map(nameOf);
    expect(neededPermissions.map(({ operation }) => nameOf(operation)).sort()).toEqual(used.sort());
  });

  it('are those of the catalogue, with the same ones required; reports are in no template', () => {
    const inTemplates = neededPermissions.filter(({ operation }) => operation.service !== 'ReportService');
    expect(inTemplates.map(({ operation }) => nameOf(operation)).sort()).toEqual(
      wantedPermissions.map(permissionKey).sort(),
    );
    expect(neededPermissions.filter(({ required }) => required).map(({ operation }) => nameOf(operation))).toEqual([
      'DebtorService.List_GetAll',
      'CompanyService.List_GetAll',
      'CompanyService.Company_GetCurrentPeriod',
      'EmployeeService.List_GetByCompany',
      'EmployeeService.PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany',
    ]);
  });

  it('are tried with values for every parameter, or not at all', () => {
    for (const { operation, probe } of neededPermissions) {
      if (probe !== null) expect(Object.keys(probe), operation.method).toEqual([...operation.parameters]);
    }
  });
});
