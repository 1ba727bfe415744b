import { JAVELO_ATTRIBUTES } from './schema-names.ts';

export type Profile = 'javelo' | 'rfc';

export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

interface Switch<T> {
  readonly parse: (value: unknown) => T;
  readonly javelo: T;
  readonly rfc: T;
}

const YES: readonly string[] = ['on', 'yes', 'accepted'];
const NO: readonly string[] = ['off', 'no', '404', '405', '400', 'rejected'];

function choice<const V extends string>(values: readonly V[], javelo: V, rfc: V): Switch<V> {
  const parse = (value: unknown): V => {
    const wanted = typeof value === 'boolean' ? (value ? YES : NO) : [String(value)];
    const found = values.find((candidate) => wanted.includes(candidate));
    if (found === undefined) throw new RangeError(`expected one of ${values.join(', ')}`);
    return found;
  };
  return { parse, javelo, rfc };
}

function wholeNumber(javelo: number, rfc: number): Switch<number> {
  const parse = (value: unknown): number => {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 0) {
      throw new RangeError('expected a whole number');
    }
    return number;
  };
  return { parse, javelo, rfc };
}

function names(preset: readonly string[]): Switch<readonly string[]> {
  const parse = (value: unknown): readonly string[] => {
    if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
      throw new RangeError('expected a list of names');
    }
    return [...value];
  };
  return { parse, javelo: preset, rfc: preset };
}

function parseRate(value: unknown): RateLimit | null {
  if (value === null || value === 'off') return null;
  const { requests, windowMs } = (typeof value === 'object' ? value : {}) as Record<string, unknown>;
  if (typeof requests !== 'number' || typeof windowMs !== 'number' || requests < 1 || windowMs < 1) {
    throw new RangeError('expected null or {"requests": n, "windowMs": n}');
  }
  return { requests, windowMs };
}

/** Every behaviour that javelo-scim.md leaves open (§2.5, §2.7), with its default per profile. README.md explains each. */
export const SWITCHES = {
  paginationParam: choice(['start_index', 'startIndex', 'both'], 'both', 'startIndex'),
  defaultCount: wholeNumber(100, 100),
  maxCount: wholeNumber(100, 200),
  totalResults: choice(['on', 'off'], 'on', 'on'),
  listInactive: choice(['yes', 'no'], 'yes', 'yes'),
  unstablePages: choice(['off', 'duplicate', 'skip', 'duplicate-once', 'skip-once'], 'off', 'off'),
  repeatPage: choice(['off', 'on'], 'off', 'off'),
  filterSupport: choice(['full', 'userName', 'none'], 'full', 'full'),
  filterQuoting: choice(['lenient', 'strict'], 'lenient', 'strict'),
  projection: choice(['on', 'ignored'], 'ignored', 'on'),
  search: choice(['on', '404'], '404', 'on'),
  userNameFormat: choice(['email', 'any'], 'email', 'any'),
  userNameCase: choice(['preserve', 'lower', 'exact'], 'preserve', 'preserve'),
  nameRequired: choice(['on', 'off'], 'on', 'off'),
  emailsFromUserName: choice(['on', 'off'], 'on', 'off'),
  externalIdUnique: choice(['on', 'off'], 'off', 'off'),
  createInvisible: names([]),
  schemasRequired: choice(['on', 'off'], 'off', 'on'),
  contentType: choice(['any', 'strict'], 'any', 'strict'),
  genders: names(['male', 'female']),
  dateFormat: choice(['YYYY-MM-DD', 'DD-MM-YYYY', 'any'], 'YYYY-MM-DD', 'YYYY-MM-DD'),
  activeString: choice(['accepted', 'rejected'], 'accepted', 'accepted'),
  reactivate: choice(['on', 'ignored', '4xx'], 'on', 'on'),
  managerInactive: choice(['4xx', 'ignored', 'strict', 'kept'], '4xx', 'kept'),
  managerUnknown: choice(['4xx', 'ignored', 'kept'], '4xx', 'kept'),
  unknownExtensionAttr: choice(['ignored', '400', 'kept'], 'ignored', '400'),
  acceptedExtensionAttrs: names(JAVELO_ATTRIBUTES),
  droppedAttrs: names([]),
  rejectedAttrs: names([]),
  patchOps: choice(['lenient', 'anyCase', 'strict'], 'lenient', 'anyCase'),
  patchNoPath: choice(['on', '400'], 'on', 'on'),
  patchNoTarget: choice(['create', '400'], 'create', '400'),
  patchAnswer: choice(['200', '204'], '200', '200'),
  groupPatchAnswer: choice(['200', '204'], '200', '204'),
  groups: choice(['on', '404'], 'on', 'on'),
  deleteMode: choice(['405', '204-soft', '204-hard'], '405', '204-hard'),
  put: choice(['on', '405'], '405', 'on'),
  rate: { parse: parseRate, javelo: { requests: 300, windowMs: 300_000 }, rfc: null } as Switch<RateLimit | null>,
  retryAfter: choice(['seconds', 'date', 'none'], 'seconds', 'seconds'),
  discovery: choice(['on', '404'], '404', 'on'),
  bulk: choice(['on', '404'], '404', 'on'),
  bulkMaxOperations: wholeNumber(1000, 1000),
  bulkMaxPayloadSize: wholeNumber(1_048_576, 1_048_576),
  etag: choice(['on', 'off'], 'off', 'on'),
  emptyBody: choice(['off', 'on'], 'off', 'off'),
  errorShape: choice(['rfc', 'plain', 'html'], 'rfc', 'rfc'),
  validationStatus: choice(['400', '422'], '400', '400'),
  latencyMs: wholeNumber(0, 0),
} as const;

type Table = typeof SWITCHES;
export type SwitchName = keyof Table;
export type Switches = { -readonly [K in SwitchName]: ReturnType<Table[K]['parse']> };

function isSwitchName(name: string): name is SwitchName {
  return Object.hasOwn(SWITCHES, name);
}

export function defaultSwitches(profile: Profile): Switches {
  return Object.fromEntries(Object.entries(SWITCHES).map(([name, entry]) => [name, entry[profile]])) as Switches;
}

/**
 * Takes the switches in force and the wished changes (JSON; `profile` first sets all defaults of that profile).
 * Gives the new switches. Throws RangeError for an unknown name or value, and then changes nothing.
 */
export function changeSwitches(current: Switches, changes: unknown): Switches {
  if (typeof changes !== 'object' || changes === null) throw new RangeError('expected an object of switches');
  const { profile, ...rest } = changes as Record<string, unknown>;
  if (profile !== undefined && profile !== 'javelo' && profile !== 'rfc')
    throw new RangeError('profile: javelo or rfc');
  const next: Record<string, unknown> = { ...(profile === undefined ? current : defaultSwitches(profile)) };
  for (const [name, value] of Object.entries(rest)) {
    if (!isSwitchName(name)) throw new RangeError(`${name}: no such switch`);
    try {
      next[name] = SWITCHES[name].parse(value);
    } catch (error) {
      throw new RangeError(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return next as Switches;
}
