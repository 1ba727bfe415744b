// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { allPermissions } from '../../../utils/core/permissions/catalogue.ts';
import type { PermissionService } from '../../../utils/core/permissions/permission.ts';
import { lookAtPage } from '../../../utils/guide/page/page-index.ts';
import { fitsService, toCatalogue } from '../../../utils/guide/read/catalogue.ts';
import { readServices } from '../../../utils/guide/read/services.ts';
import { pageOf } from './look.ts';

const of = (wanted: PermissionService) =>
  allPermissions.filter(({ service }) => service === wanted).map(({ method }) => method);
const catalogue = toCatalogue({
  DebtorService: of('DebtorService'),
  CompanyService: of('CompanyService'),
  EmployeeService: of('EmployeeService'),
});
const read = (body: string) => readServices(lookAtPage(pageOf(body)));

describe('the service that is shown', () => {
  it.each([
    [
      'a list',
      '<select><option>Company Services</option><option>Debtor Services</option></select>',
      'select',
      'CompanyService',
    ],
    [
      'tabs',
      '<div role="tablist"><a role="tab" aria-selected="false">Employee Services</a><a role="tab" aria-selected="true">Debtor Services</a></div>',
      'tabs',
      'DebtorService',
    ],
    [
      'a combo box',
      '<label>Webservices</label><div role="combobox">Employee Services</div>',
      'menu',
      'EmployeeService',
    ],
    [
      'a read-only field',
      '<input readonly value="Employee Services"><div class="trigger"></div>',
      'menu',
      'EmployeeService',
    ],
    [
      'radio buttons',
      '<label><input type="radio" name="s"> Employee Services</label><label><input type="radio" name="s" checked> Company Services</label>',
      'tabs',
      'CompanyService',
    ],
    [
      'parts that fold',
      '<button aria-expanded="false">Employee Services</button><button aria-expanded="true">Debtor Services</button>',
      'tabs',
      'DebtorService',
    ],
  ])('by %s', (_name, body, kind, service) => {
    const reading = read(body);
    expect(reading?.control.kind).toBe(kind);
    expect(reading?.current).toBe(service);
  });

  it('is not read from a sentence about them', () => {
    expect(read('<p>Employee Services and Company Services can be limited</p>')).toBeNull();
  });
});

describe('whether methods are those of a service', () => {
  it('knows the lists apart', () => {
    for (const service of ['DebtorService', 'CompanyService', 'EmployeeService'] as const) {
      for (const shown of ['DebtorService', 'CompanyService', 'EmployeeService'] as const) {
        expect(fitsService(catalogue, service, of(shown)), `${shown} as ${service}`).toBe(service === shown);
      }
    }
  });

  it('believes in names nobody knows', () => {
    expect(fitsService(catalogue, 'DebtorService', ['Brand_New', 'Other_New'])).toBe(true);
  });
});
