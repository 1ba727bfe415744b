import type { AccountAttribute, Desired } from '../core/account.ts';

/** The import's mandatory columns (javelo-scim.md §1.2): a row with one of these cells empty is not imported. */
const mandatoryColumns: readonly ImportColumn[] = [
  { header: 'Email', attribute: 'userName' },
  { header: 'Name', attribute: 'givenName' },
  { header: 'Last_name', attribute: 'familyName' },
  { header: 'Manager_email', attribute: 'managerUserName' },
];

/** Inferred: Javelo's own field names (javelo-scim.md §1.3), spelled like the mandatory columns. Editable. */
const optionalColumns: readonly ImportColumn[] = [
  { header: 'Job', attribute: 'title' },
  { header: 'Phone_number', attribute: 'phoneNumber' },
  { header: 'Gender', attribute: 'gender' },
  { header: 'Birth_date', attribute: 'birthDate' },
  { header: 'Employee_number', attribute: 'employeeNumber' },
  { header: 'Contract_type', attribute: 'contractType' },
  { header: 'First_hired_on', attribute: 'firstHiredOn' },
  { header: 'Department', attribute: 'department' },
];

export interface ImportColumn {
  readonly header: string;
  readonly attribute: AccountAttribute;
}

/** The languages that the import takes (javelo-scim.md §1.2). */
export type ImportLanguage = 'fr' | 'en' | 'es' | 'it';

export interface ImportFile {
  readonly columns: readonly string[];
  /** Every cell is text; a spreadsheet must store them as such, or zeros in front are lost. */
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly ImportProblem[];
}

export interface ImportProblem {
  readonly userName: string;
  readonly kind:
    | 'inactive' // the import only adds and changes people
    | 'invalid-email'
    | 'duplicate-email'
    | 'no-name'
    | 'no-manager' // the row is there, but Javelo skips it until somebody fills the cell
    | 'own-manager' // likewise: the cell is left empty
    | 'manager-without-row';
  /** Whether the person has no row at all. */
  readonly leftOut: boolean;
}

/**
 * The accounts of a plan as the rows of Javelo's import file, for tenants without SCIM (javelo-scim.md §1.2): days as
 * DD-MM-YYYY, phone numbers as 0033…, no row twice, no blank row. What the import would refuse is named in `problems`.
 */
export function javeloImportFile(
  accounts: readonly Desired[],
  options: { readonly columns?: readonly ImportColumn[]; readonly language?: ImportLanguage } = {},
): ImportFile {
  const columns = [...mandatoryColumns, ...(options.columns ?? optionalColumns)];
  const taken = countBy(accounts.filter(({ active }) => active).map(({ userName }) => userName.trim().toLowerCase()));
  const obstacles = accounts.map((account) => ({ account, kind: obstacle(account, taken) }));
  const kept = obstacles.flatMap(({ account, kind }) => (kind === null ? [account] : []));
  const emails = new Set(kept.map(({ userName }) => userName.trim().toLowerCase()));
  const leftOut = obstacles.flatMap(({ account, kind }) =>
    kind === null ? [] : [{ userName: account.userName, kind, leftOut: true }],
  );
  const doubtful = kept.flatMap((account) => {
    const kind = managerProblem(account, emails);
    return kind === null ? [] : [{ userName: account.userName, kind, leftOut: false }];
  });
  return {
    columns: [...columns.map(({ header }) => header), ...(options.language ? ['Language'] : [])],
    rows: kept.map((account) => [
      ...columns.map(({ attribute }) => cell(account, attribute)),
      ...(options.language ? [options.language] : []),
    ]),
    problems: [...leftOut, ...doubtful],
  };
}

/** Why a person gets no row. */
function obstacle(account: Desired, taken: ReadonlyMap<string, number>): ImportProblem['kind'] | null {
  if (!account.active) return 'inactive';
  const email = account.userName.trim().toLowerCase();
  // "no commas/hyperlinks/spaces in email" (javelo-scim.md §1.2)
  if (!/^[^\s,:/@]+@[^\s,:/@]+\.[^\s,:/@]+$/.test(email)) return 'invalid-email';
  if ((taken.get(email) ?? 0) > 1) return 'duplicate-email';
  if (!account.givenName?.trim() || !account.familyName?.trim()) return 'no-name';
  return null;
}

function managerProblem(account: Desired, emails: ReadonlySet<string>): ImportProblem['kind'] | null {
  const manager = account.managerUserName?.trim().toLowerCase() ?? '';
  if (manager === '') return 'no-manager';
  if (manager === account.userName.trim().toLowerCase()) return 'own-manager';
  return emails.has(manager) ? null : 'manager-without-row';
}

function cell(account: Desired, attribute: AccountAttribute): string {
  const value = account[attribute];
  const text = value === undefined || value === null ? '' : String(value).replace(/\s+/g, ' ').trim();
  switch (attribute) {
    case 'userName':
      return text.toLowerCase();
    case 'managerUserName':
      return text.toLowerCase() === account.userName.trim().toLowerCase() ? '' : text.toLowerCase();
    case 'birthDate':
    case 'firstHiredOn':
      return text.split('-').reverse().join('-');
    case 'phoneNumber':
      return text.replace(/^\+/, '00');
    default:
      return text;
  }
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
