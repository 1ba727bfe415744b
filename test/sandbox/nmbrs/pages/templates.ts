import type { Account } from '../access.ts';
import { limitedRights } from '../limited-rights.ts';
import type { PageSwitches } from './switches.ts';

export const sections = ['accountant', 'client', 'company', 'manager', 'employee'] as const;
export type Section = (typeof sections)[number];

/** A user template: the user type of some logins, with the rights that their API calls have. */
export interface Template {
  readonly id: number;
  readonly section: Section;
  readonly name: string;
  readonly users: number;
  /** `EmployeeService.List_GetByCompany` → on; what is not named is on, for templates start fully open (nmbrs-ui.md §0.3). */
  readonly rights: Map<string, boolean>;
}

/** The template of the admin who logs in; its rights are those that SOAP asks. */
export const ownTemplateId = 7;

export const ownTypeName = ({ userType, edition }: PageSwitches): string => {
  if (userType !== '') return userType;
  return edition === 'accountant' ? 'Accountant (System)' : 'Administrator Gebruiker (Client)';
};

const accountantSections: readonly Section[] = ['accountant'];
const businessSections: readonly Section[] = ['client', 'company', 'manager', 'employee'];

/** Names as guides and Nmbrs itself print them (nmbrs-ui.md §2 P6). */
const standing: readonly (readonly [id: number, section: Section, name: string, users: number])[] = [
  [2, 'accountant', 'Accountantviewer', 2],
  [3, 'accountant', 'Salarisadministrateur', 9],
  [5, 'client', '(Scenario 3) General Manager Payroll & HR', 3],
  [6, 'client', 'Accountantviewer', 1],
  [8, 'client', 'HR Manager (System)', 4],
  [9, 'client', 'Koppeling planning', 1],
  [11, 'company', 'Administrator Bedrijf', 2],
  [12, 'company', 'HR Manager (System)', 1],
  [15, 'manager', 'Manager (System)', 18],
  [16, 'manager', 'Teamleider verlof', 7],
  [20, 'employee', 'Medewerker (System)', 212],
  [21, 'employee', 'Medewerker zonder verlof', 14],
];

const twinId = 14;
const firstMadeId = 101;

export const createTemplates = (account: Account, switches: () => PageSwitches) => {
  const rights = new Map<number, Map<string, boolean>>();
  const made: (readonly [id: number, section: Section, name: string, users: number])[] = [];
  const rightsOf = (id: number): Map<string, boolean> => {
    if (id === ownTemplateId) return account.rights;
    const known = rights.get(id);
    if (known) return known;
    const fresh = id % 3 === 0 && id < firstMadeId ? new Map(limitedRights()) : new Map<string, boolean>();
    rights.set(id, fresh);
    return fresh;
  };
  const template = (id: number, section: Section, name: string, users: number): Template => ({
    id,
    section,
    name,
    users,
    rights: rightsOf(id),
  });

  const ownSection = (): Section => {
    const { edition, templates } = switches();
    if (edition === 'accountant' || templates === 'accountant-only') return 'accountant';
    return templates === 'company-login' ? 'company' : 'client';
  };

  const own = (): Template => template(ownTemplateId, ownSection(), ownTypeName(switches()), 2);

  /** All of the environment, by section; within one by id, which is the order in which they were made. */
  const list = (): readonly Template[] => {
    const { edition, templates } = switches();
    const mine = own();
    const shown =
      templates === 'accountant-only' ? accountantSections : edition === 'accountant' ? sections : businessSections;
    const others = [...standing, ...made].filter(([, section, name]) => shown.includes(section) && name !== mine.name);
    const all = others.map((entry) => template(...entry));
    if (templates !== 'missing') all.push(mine);
    if (templates === 'two-sections') all.push(template(twinId, 'company', mine.name, 1));
    if (templates === 'equal-rows') all.push(template(twinId, mine.section, mine.name, 1));
    return all.sort(
      (left, right) => sections.indexOf(left.section) - sections.indexOf(right.section) || left.id - right.id,
    );
  };

  return {
    list,
    own,
    find: (id: number): Template | undefined => list().find((each) => each.id === id),
    /** A template that an administrator makes; like all of them it starts with every right on. */
    add: (section: Section, name: string): void => void made.push([firstMadeId + made.length, section, name, 0]),
    reset: (): void => {
      rights.clear();
      made.length = 0;
    },
  };
};

export type Templates = ReturnType<typeof createTemplates>;
