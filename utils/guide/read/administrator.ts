/** What a user type says about the rights of whoever has it: `unknown` for names that the customer made up. */
export type AdministratorVerdict = 'administrator' | 'other' | 'accountant' | 'unknown';

/** Stands for a user type that is on no page the guide can read. */
export const unknownUserType = '?';

const known: ReadonlyMap<string, AdministratorVerdict> = new Map([
  ['administrator', 'administrator'],
  ['administrator gebruiker (client)', 'administrator'],
  ['(scenario 3) general manager payroll & hr', 'administrator'],
  ['hr manager (system)', 'other'],
  ['accountantviewer', 'accountant'],
]);

const administratorWord = /\b(administrator|admin|beheerder|administratör|general manager|owner|eigenaar)\b/;
const otherWord = /\b(viewer|medewerker|employee|manager|read only|alleen lezen|anställd)\b/;

/** Judges a user type by its name (nmbrs-ui.md §2 P6): the attested names, then the words in it. */
export function judgeUserType(userType: string): AdministratorVerdict {
  const name = templateName(userType);
  const exact = known.get(name);
  if (exact) return exact;
  if (/\baccountant/.test(name)) return 'accountant';
  if (administratorWord.test(name)) return 'administrator';
  return otherWord.test(name) ? 'other' : 'unknown';
}

/** A template's name in the form in which names are compared: the profile and the list may write it differently. */
export function templateName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .toLowerCase()
    .replace(/&amp;|\s(?:and|en|och|und)\s/g, ' & ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How alike two names are by the words in them, 0–1; 1 for the same words in another order. */
export function nameLikeness(one: string, other: string): number {
  const words = (name: string) =>
    new Set(
      templateName(name)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    );
  const [left, right] = [words(one), words(other)];
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = new Set([...left, ...right]).size;
  return all === 0 ? 0 : shared / all;
}
