import { describe, expect, it } from 'vitest';
import { masked } from '../../../utils/core/connection/masked.ts';
import { tenantAddress } from '../../../utils/core/connection/tenant-address.ts';
import { checklistOf } from '../../../utils/core/tour/checklist.ts';
import { diagnose } from '../../../utils/core/tour/diagnose.ts';
import { newTour } from '../../../utils/core/tour/tour.ts';
import { wantedList } from '../../../utils/core/tour/wanted-list.ts';

const wanted = wantedList(null);

describe('the list of wanted permissions', () => {
  it('is what the companion needs, with nothing that is only nice to have', () => {
    expect(wanted.length).toBeGreaterThan(9);
    expect(new Set(wanted.map(({ need }) => need))).toEqual(new Set(['required', 'recommended']));
  });

  it('is that of the connection flow where one was read, in the catalogue’s own spelling', () => {
    const listed = [
      { service: null, method: 'list_get_by_company' },
      { service: 'CompanyService' as const, method: 'List_GetAll' },
      { service: null, method: 'No_Such_Method' },
    ];
    expect(wantedList(listed).map(({ service, method }) => `${service}.${method}`)).toEqual([
      'CompanyService.List_GetAll',
      'EmployeeService.List_GetByCompany',
    ]);
  });
});

describe('the checklist', () => {
  it('has the first open item as the present one', () => {
    const states = checklistOf({ ...newTour('acme'), userType: 'Administrator' }, wanted).map(({ state }) => state);
    expect(states).toEqual(['done', 'now', 'todo', 'todo']);
  });

  it('goes back to the rights when the check finds one refused', () => {
    const services = Object.fromEntries(
      (['DebtorService', 'CompanyService', 'EmployeeService'] as const).map((service) => [
        service,
        {
          on: wanted.filter((each) => each.service === service).map(({ method }) => method),
          missing: [],
          unclear: [],
          surplus: [],
        },
      ]),
    );
    const check = diagnose(
      { error: null, permissions: wanted.map((each, at) => ({ ...each, granted: at !== 0 })) },
      wanted,
      1,
    );
    expect(check).toMatchObject({ ok: false, error: null });
    expect(check.refused).toHaveLength(1);
    const items = checklistOf(
      { ...newTour('acme'), userType: 'x', services, saved: { email: 'a', masked: 'b' }, check },
      wanted,
    );
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      ['userType', 'done'],
      ['rights', 'trouble'],
      ['token', 'done'],
      ['check', 'trouble'],
    ]);
  });
});

it.each([
  ['acme', 'https://acme.nmbrs.nl', 'https://acme.nmbrs.nl/*'],
  ['https://acme.nmbrs.se/applications/x', 'https://acme.nmbrs.se', 'https://acme.nmbrs.se/*'],
  ['http://acme.nmbrs.localhost:4100/', 'http://acme.nmbrs.localhost:4100', 'http://acme.nmbrs.localhost/*'],
])('%s is at %s', (input, origin, pattern) => {
  expect(tenantAddress(input)).toEqual({ tenant: 'acme', origin, pattern });
});

it.each(['api.nmbrs.nl', 'https://nmbrs.nl.evil.example', 'acme.example', 'https://acme.nmbrs.nl.evil.example/'])(
  '%s is no tenant',
  (input) => {
    expect(tenantAddress(input)).toBeNull();
  },
);

it('a token is shown by its ends, and a short one not at all', () => {
  expect(masked('ab12cdefghij9f')).toBe('ab12••••••9f');
  expect(masked('secret')).toBe('••••••');
});
