import type { AccountAttribute } from '../account.ts';
import type { PersonAttribute } from '../person.ts';

/** What a value goes through on its way, a closed list so that every choice is safe and can be explained in words. */
export const transformations = [
  'as-is',
  'lower-case',
  'upper-case',
  /** 00123 → 123. */
  'without-leading-zeros',
  /** +31612345678 → 0031612345678. */
  'phone-00',
  /** 1980-04-01 → 01-04-1980. */
  'day-first',
] as const;
export type Transformation = (typeof transformations)[number];

/** What of a person can be written as text: everything the source knows, but for the manager, who is a person himself. */
export const textSources = [
  'givenName',
  'familyName',
  'workEmail',
  'gender',
  'birthDate',
  'job',
  'phoneNumber',
  'employeeNumber',
  'contractType',
  'firstHiredOn',
  'department',
  'companyName',
] as const satisfies readonly (PersonAttribute | 'companyName')[];
export type TextSource = (typeof textSources)[number];
export type MappingSource = TextSource | 'manager';

/** Everything but identity and state (`externalId`, `userName`, `active`), which follow rules of their own. */
export const mappableAttributes = [
  'givenName',
  'familyName',
  'managerUserName',
  'gender',
  'birthDate',
  'title',
  'phoneNumber',
  'employeeNumber',
  'contractType',
  'firstHiredOn',
  'department',
] as const satisfies readonly AccountAttribute[];
export type MappableAttribute = (typeof mappableAttributes)[number];

export type MappedValue =
  | { readonly from: 'source'; readonly attribute: MappingSource; readonly transformation: Transformation }
  | { readonly from: 'constant'; readonly text: string };

export interface MappingRule {
  readonly value: MappedValue;
  /** `on-create`: only a new account gets it; what is there stays. `never`: not written at all. */
  readonly write: 'always' | 'on-create' | 'never';
  /** What happens to the target's value when the source has none. */
  readonly whenEmpty: 'keep' | 'clear';
}

/** What the admin changed; an attribute that is not in here goes by its default. */
export type Mapping = { readonly [A in MappableAttribute]?: MappingRule };

const own = (attribute: MappingSource, whenEmpty: MappingRule['whenEmpty'] = 'keep'): MappingRule => ({
  value: { from: 'source', attribute, transformation: 'as-is' },
  write: 'always',
  whenEmpty,
});

/** javelo-scim.md §2.4. Only a manager who is none any more is cleared (rule R17). */
export const defaultMapping: Readonly<Record<MappableAttribute, MappingRule>> = {
  givenName: own('givenName'),
  familyName: own('familyName'),
  managerUserName: own('manager', 'clear'),
  gender: own('gender'),
  birthDate: own('birthDate'),
  title: own('job'),
  phoneNumber: own('phoneNumber'),
  employeeNumber: own('employeeNumber'),
  contractType: own('contractType'),
  firstHiredOn: own('firstHiredOn'),
  department: own('department'),
};

/** Attributes with a form of their own, or that recognise a person: they have one possible source and no fixed text. */
const bound: ReadonlySet<MappableAttribute> = new Set([
  'managerUserName',
  'gender',
  'birthDate',
  'employeeNumber',
  'firstHiredOn',
]);
const dates: ReadonlySet<MappingSource> = new Set(['birthDate', 'firstHiredOn']);

/** Whether one fixed text for everybody makes sense: not for what tells people apart. */
export function takesConstant(attribute: MappableAttribute): boolean {
  return !bound.has(attribute) && attribute !== 'givenName' && attribute !== 'familyName';
}

/** What may be written into an attribute: its own source alone where it identifies or is typed, else any text of a person. */
export function sourcesFor(attribute: MappableAttribute): readonly MappingSource[] {
  const { value } = defaultMapping[attribute];
  return bound.has(attribute) && value.from === 'source' ? [value.attribute] : textSources;
}

/** The transformations that a source allows on its way into an attribute. */
export function transformationsFor(attribute: MappableAttribute, source: MappingSource): readonly Transformation[] {
  if (attribute === 'employeeNumber') return ['as-is', 'without-leading-zeros'];
  if (bound.has(attribute)) return ['as-is'];
  if (dates.has(source)) return ['as-is', 'day-first'];
  if (source === 'phoneNumber') return ['as-is', 'phone-00'];
  if (source === 'employeeNumber') return ['as-is', 'without-leading-zeros'];
  return ['as-is', 'lower-case', 'upper-case'];
}

export const longestConstant = 200;

/** Whether a rule is one of the choices there are for its attribute. */
export function isPossibleRule(attribute: MappableAttribute, { value }: MappingRule): boolean {
  if (value.from === 'constant') {
    const text = value.text.trim();
    return takesConstant(attribute) && text !== '' && text.length <= longestConstant;
  }
  return (
    sourcesFor(attribute).includes(value.attribute) &&
    transformationsFor(attribute, value.attribute).includes(value.transformation)
  );
}
