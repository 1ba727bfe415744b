import { allRights } from '../catalogue.ts';

const choices = {
  variant: ['A', 'B', 'C', 'D', 'E', 'F'],
  language: ['en', 'nl', 'nl-en', 'sv', 'de'],
  wording: ['usual', 'other'],
  edition: ['business', 'accountant'],
  login: ['classic', 'two-step'],
  profiles: ['one', 'two', 'employee'],
  userMenu: ['email', 'icon'],
  settings: ['shown', 'missing'],
  tree: ['closed', 'open'],
  templates: ['usual', 'company-login', 'two-sections', 'equal-rows', 'missing', 'read-only', 'accountant-only'],
  tokenTab: ['shown', 'missing'],
  token: ['active', 'hidden', 'inactive'],
  reveal: ['reopen', 'at-once'],
  rightsIn: ['popup', 'page'],
  toggle: ['usual', 'checkbox', 'image', 'link', 'switch'],
  save: ['auto', 'button'],
  order: ['wsdl', 'alphabetical'],
  rows: ['all', 'lazy', 'virtual'],
  shadow: ['mixed', 'open', 'closed'],
  csp: ['lax', 'strict'],
  spaces: ['plain', 'nbsp', 'soft-hyphens'],
} as const;

const numbers = { slowMs: 0, halfMs: 0, rerenderMs: 0, lostPresses: 0, zoom: 1 };
const flags = { walkme: false, modal: false, invisible: false };

type Choices = { -readonly [Key in keyof typeof choices]: (typeof choices)[Key][number] };
type Numbers = { [Key in keyof typeof numbers]: number };
type Flags = { [Key in keyof typeof flags]: boolean };

/** How the admin pages look and behave; each by its key under `ui` in `POST /control/profile` (nmbrs-ui.md §5.5). */
export interface PageSwitches extends Choices, Numbers, Flags {
  /** The name of the admin's user type; empty is the usual one of the edition. */
  userType: string;
  /** Rights that refuse to be switched. */
  refuse: readonly string[];
  /** The session ends after so many more requests; null never. */
  endSessionAfter: number | null;
}

export type Variant = PageSwitches['variant'];
export type Language = PageSwitches['language'];

export const usualSwitches = (): PageSwitches => ({
  ...(Object.fromEntries(Object.entries(choices).map(([key, [usual]]) => [key, usual])) as unknown as Choices),
  // What the guides tell: the token shows when the tab is opened again (nmbrs-ui.md §0.4).
  ...numbers,
  ...flags,
  userType: '',
  refuse: [],
  endSessionAfter: null,
});

const readValue = (key: string, value: unknown): unknown => {
  if (key in choices) {
    const allowed: readonly string[] = choices[key as keyof typeof choices];
    if (typeof value === 'string' && allowed.includes(value)) return value;
    throw new Error(`ui.${key} is one of ${allowed.join(', ')}`);
  }
  if (key in numbers) {
    if (typeof value === 'number' && value >= 0) return value;
    throw new Error(`ui.${key} is a number that is not negative`);
  }
  if (key in flags) {
    if (typeof value === 'boolean') return value;
    throw new Error(`ui.${key} is true or false`);
  }
  if (key === 'userType' && typeof value === 'string') return value;
  if (key === 'refuse' && Array.isArray(value) && value.every((right) => allRights.includes(right))) return value;
  if (key === 'endSessionAfter' && (value === null || (Number.isInteger(value) && Number(value) >= 0))) return value;
  throw new Error(`ui: there is no ${key} = ${JSON.stringify(value)}`);
};

/** What of a profile's `ui` is to change; throws on the first key or value that is unknown. */
export const readSwitches = (ui: unknown): Partial<PageSwitches> => {
  if (typeof ui !== 'object' || ui === null || Array.isArray(ui)) throw new Error('ui is an object of switches');
  return Object.fromEntries(Object.entries(ui).map(([key, value]) => [key, readValue(key, value)]));
};
