import { addDays, midnight } from './dates.ts';
import { hardPeople } from './hard-people.ts';
import { takeId } from './histories.ts';
import { assign, currentInfo, enterManager, type Lines, withUniqueName } from './managers.ts';
import type { Random } from './random.ts';
import { type Employee, employeeTypes, type PersonalInfo, type Population, type Staff } from './records.ts';

const patch = (employee: Employee, values: Partial<PersonalInfo>): void => {
  for (const info of employee.personalInfos) Object.assign(info, values);
};

const debtorOf = (employee: Employee, population: Population): number =>
  population.companies.find(({ id }) => id === employee.companyId)?.debtorId ?? 0;

/** Makes two people one: the same address, and the same person behind it if `same`. */
const share = (left: Employee, right: Employee, same: boolean, population: Population): void => {
  const info = currentInfo(left, population);
  if (!info?.EmailWork) return;
  const {
    FirstName = '',
    Nickname = '',
    Prefix = '',
    LastName = '',
    PartnerPrefix = '',
    PartnerLastName = '',
    Naamstelling,
  } = info;
  const born = midnight(addDays(population.today, -12_345));
  if (same) patch(left, { Birthday: born });
  patch(right, { EmailWork: info.EmailWork, Birthday: same ? born : midnight(addDays(born.slice(0, 10), -999)) });
  if (same) patch(right, { FirstName, Nickname, Prefix, LastName, PartnerPrefix, PartnerLastName, Naamstelling });
};

const startsIn = (employee: Employee, days: number, population: Population): void => {
  employee.employments = [
    {
      EmploymentId: takeId(population),
      CreationDate: null,
      StartDate: midnight(addDays(population.today, days)),
      EndDate: null,
      InitialStartDate: null,
    },
  ];
};

const ended = (employee: Employee, population: Population): void => {
  for (const employment of employee.employments) employment.EndDate ??= midnight(addDays(population.today, -30));
};

/**
 * Puts every awkward case of nmbrs-api.md §8.4 into a population whose tree stands, as far as there are people enough.
 * Those without an account stay few, whatever the size.
 */
export const plantHardCases = (population: Population, { top, leaders, others }: Lines, random: Random): void => {
  const size = others.length;
  const pool = random.shuffle(others).slice(0, size < 40 ? Math.floor(size / 2) : size);
  const take = (fits: (employee: Employee) => boolean = () => true): Employee | undefined => {
    const index = pool.findIndex(fits);
    return index < 0 ? undefined : pool.splice(index, 1)[0];
  };
  const each = (count: number, apply: (employee: Employee) => void): void => {
    for (let index = 0; index < count; index += 1) {
      const employee = take();
      if (employee) apply(employee);
    }
  };
  const some = (perThousand: number): number => (size < 30 ? 0 : Math.max(1, Math.round((size * perThousand) / 1000)));

  // People who get no account.
  const addresses = [undefined, '', '   '];
  let kind = 0;
  each(some(3), (employee) => {
    const address = addresses[kind % addresses.length];
    kind += 1;
    for (const info of employee.personalInfos) {
      if (address === undefined) delete info.EmailWork;
      else info.EmailWork = address;
    }
  });
  each(some(1), (employee) => patch(employee, { EmailWork: `jan de.vries${employee.id}@acme.example` }));
  each(size < 500 ? 0 : 1, (employee) =>
    patch(employee, { EmailWork: `a${employee.id}@acme.example, b@acme.example` }),
  );
  each(some(2), (employee) => startsIn(employee, 25, population));
  each(some(1), (employee) => ended(employee, population));
  each(size < 500 ? 0 : 1, (employee) => patch(employee, { Prefix: '', LastName: '', PartnerLastName: '' }));
  const doubled: Employee[] = [];
  each(some(1), (left) => {
    const right = take(({ companyId }) => companyId === left.companyId);
    if (!right) return;
    share(left, right, false, population);
    doubled.push(left);
  });
  each(some(1), (left) => {
    const right = take(({ companyId }) => companyId !== left.companyId);
    if (right) share(left, right, true, population);
  });

  for (const apply of hardPeople) each(1, (employee) => apply(employee, population));
  plantHardManagers(population, { top, leaders, doubled, each, take, many: size >= 100 }, random);
};

interface ManagerCases {
  readonly top: Employee | undefined;
  readonly leaders: readonly Employee[];
  readonly doubled: readonly Employee[];
  readonly each: (count: number, apply: (employee: Employee) => void) => void;
  readonly take: (fits?: (employee: Employee) => boolean) => Employee | undefined;
  readonly many: boolean;
}

const plantHardManagers = (
  population: Population,
  { top, leaders, doubled, each, take, many }: ManagerCases,
  random: Random,
): void => {
  const entered = new Map<string, Staff>();
  const give = (employee: Employee, manager: Employee): void => assign(employee, manager, population, random, entered);
  const record = (employee: Employee, staff: Staff): void => {
    population.debtors.find(({ id }) => id === debtorOf(employee, population))?.managers.push(staff);
    employee.manager = staff;
  };
  const named = (manager: Employee): Pick<Staff, 'FirstName' | 'Name'> => {
    const info = currentInfo(manager, population);
    return { FirstName: info?.FirstName ?? '', Name: [info?.Prefix, info?.LastName].filter(Boolean).join(' ') };
  };
  if (top) give(top, top);
  if (!many) return;

  each(2, (employee) =>
    record(employee, { Number: 8001, FirstName: 'Ria', Name: 'Buitenstaander', Email: 'ria@adviesbureau.example' }),
  );
  const [byNumber, byName] = random.shuffle(
    withUniqueName(population.employees).filter((employee) => leaders.includes(employee)),
  );
  if (byNumber) each(2, (employee) => record(employee, { Number: Number(byNumber.number), ...named(byNumber) }));
  if (byNumber)
    each(1, (employee) =>
      record(employee, { Number: Number(byNumber.number), ...named(byNumber), Email: 'oud.adres@voorheen.example' }),
    );
  if (byName) each(2, (employee) => record(employee, { Number: 0, ...named(byName), Email: '' }));
  each(1, (employee) => record(employee, { Number: 8002, FirstName: '', Name: '' }));
  each(1, (employee) => record(employee, { Number: 1, FirstName: 'Niemand', Name: 'Bekend' }));

  // Two managers of one name: only their records tell them apart.
  const twins = [take(), take()].filter((twin) => twin !== undefined);
  for (const twin of twins) {
    patch(twin, {
      FirstName: 'Kim',
      Nickname: 'Kim',
      Prefix: '',
      LastName: 'Dubbelman',
      PartnerLastName: '',
      Naamstelling: 1,
    });
    each(3, (employee) => give(employee, twin));
  }
  for (const manager of doubled.slice(0, 1)) each(1, (employee) => give(employee, manager));
  const [left, right] = [take(), take()];
  if (left && right) {
    give(left, right);
    give(right, left);
  }
  const future = take();
  if (future) {
    startsIn(future, 40, population);
    patch(future, { FirstName: 'Morgan', Nickname: 'Morgan', Prefix: '', LastName: 'Straks' });
    each(1, (employee) => give(employee, future));
  }
  const gone = population.employees.find(({ type }) => type === employeeTypes.formerPayroll);
  if (gone) {
    patch(gone, { FirstName: 'Wim', Nickname: 'Wim', Prefix: 'van', LastName: 'Vroeger' });
    const staff = enterManager(gone, debtorOf(gone, population), population, random);
    each(2, (employee) => {
      employee.manager = staff;
    });
  }
};

/** Leavers and new hires who share an address with somebody in service: they never count against him. */
export const plantSharedAddresses = (population: Population, { others }: Lines): void => {
  const managers = new Set(
    population.debtors.flatMap((debtor) => debtor.managers.map(({ Email }) => Email?.toLowerCase())),
  );
  const reused = others
    .map((employee) => currentInfo(employee, population)?.EmailWork)
    .filter((address) => address?.includes('@') && !managers.has(address.toLowerCase()))
    .slice(-2);
  const leaver = population.employees.findLast(({ type }) => type === employeeTypes.formerPayroll);
  const newHire = population.employees.findLast(({ type }) => type === employeeTypes.newHire);
  if (leaver && reused[0]) patch(leaver, { EmailWork: reused[0] });
  if (newHire && reused[1]) patch(newHire, { EmailWork: reused[1] });
};
