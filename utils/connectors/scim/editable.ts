import { type AccountAttribute, accountAttributes } from '../../core/account.ts';
import type { ProfileSetting, ProfileValue } from '../../core/connection/profile-setting.ts';
import { CompanionError } from '../../core/errors.ts';
import { parsePath } from './path.ts';
import { filterQuotings, lookupAttributes, pagingParameters, type TargetProfile } from './profile.ts';

/** One setting of a profile that an admin may change: where it is, and what it takes. */
export interface Editable {
  readonly key: string;
  readonly kind: ProfileSetting['kind'];
  readonly choices: readonly string[];
  read(profile: TargetProfile): ProfileValue;
  /** The profile with another value. Throws CompanionError `target-profile` for one that it does not take. */
  write(profile: TargetProfile, value: ProfileValue): TargetProfile;
}

/** Without these there is no account, so they travel somewhere. */
const indispensable: ReadonlySet<AccountAttribute> = new Set(['externalId', 'userName', 'active']);

/** All that the facts mark inferred or unknown (javelo-scim.md §2.5), under flat names. */
export const editables: readonly Editable[] = [
  ...accountAttributes.map(pathOf),
  choice('paging.parameter', pagingParameters, (profile) => profile.paging.parameter, paging('parameter')),
  whole('paging.pageSize', 1, 1_000, (profile) => profile.paging.pageSize, paging('pageSize')),
  onOff('paging.totalsTrusted', (profile) => profile.paging.totalsTrusted, paging('totalsTrusted')),
  choice(
    'filter.quoting',
    filterQuotings,
    ({ filter }) => filter.quoting,
    // Whoever says so knows it: no second form is tried.
    (profile, quoting) => ({ ...profile, filter: { ...profile.filter, quoting, proven: true } }),
  ),
  ...lookupAttributes.map((attribute) =>
    onOff(
      `filter.${attribute}`,
      ({ filter }) => filter.attributes.includes(attribute),
      (profile, on) => {
        const others = profile.filter.attributes.filter((other) => other !== attribute);
        return { ...profile, filter: { ...profile.filter, attributes: on ? [...others, attribute] : others } };
      },
    ),
  ),
  choice(
    'dateFormat',
    ['YYYY-MM-DD', 'DD-MM-YYYY'] as const,
    (profile) => profile.dateFormat,
    (profile, dateFormat) => ({ ...profile, dateFormat }),
  ),
  choice(
    'create.schemas',
    ['core', 'all'] as const,
    ({ create }) => create.schemas,
    (profile, schemas) => ({ ...profile, create: { ...profile.create, schemas } }),
  ),
  onOff(
    'create.emails',
    ({ create }) => create.emails,
    (profile, emails) => ({ ...profile, create: { ...profile.create, emails } }),
  ),
  choice(
    'patch.replace',
    ['Replace', 'replace'] as const,
    ({ patch }) => patch.replace,
    (profile, replace) => ({
      ...profile,
      patch:
        replace === 'Replace'
          ? { ...profile.patch, replace, add: 'Add', remove: 'Remove' }
          : { ...profile.patch, replace, add: 'add', remove: 'remove' },
    }),
  ),
  choice(
    'patch.clear',
    ['replace-null', 'remove'] as const,
    ({ patch }) => patch.clear,
    (profile, clear) => ({ ...profile, patch: { ...profile.patch, clear } }),
  ),
  choice(
    'patch.item',
    ['value-filter', 'remove-add'] as const,
    ({ patch }) => patch.item,
    (profile, item) => ({ ...profile, patch: { ...profile.patch, item } }),
  ),
  onOff(
    'etag',
    (profile) => profile.etag,
    (profile, etag) => ({ ...profile, etag }),
  ),
  onOff(
    'bulk',
    ({ bulk }) => bulk !== null,
    // How much fits is for discovery to say; an admin can only do without.
    (profile, on) => ({ ...profile, bulk: on ? profile.bulk : null }),
  ),
  whole(
    'budget.requests',
    0,
    1_000_000,
    ({ budget }) => budget?.requests ?? 0,
    (profile, requests) => ({
      ...profile,
      budget: requests === 0 ? null : { requests, windowMs: profile.budget?.windowMs ?? defaultWindowMs },
    }),
  ),
  whole(
    'budget.seconds',
    1,
    86_400,
    ({ budget }) => (budget?.windowMs ?? defaultWindowMs) / 1000,
    (profile, seconds) => ({
      ...profile,
      budget: profile.budget && { ...profile.budget, windowMs: seconds * 1000 },
    }),
  ),
  {
    key: 'conflictText',
    kind: 'text',
    choices: [],
    read: ({ conflictText }) => conflictText,
    write(profile, value) {
      if (typeof value !== 'string' || value.trim() === '' || !isPattern(value)) throw refused('conflictText', value);
      return { ...profile, conflictText: value };
    },
  },
];

const defaultWindowMs = 300_000;

function pathOf(attribute: AccountAttribute): Editable {
  const key = `paths.${attribute}`;
  return {
    key,
    kind: 'text',
    choices: [],
    read: ({ paths }) => paths[attribute],
    write(profile, value) {
      const text = typeof value === 'string' ? value.trim() : value;
      const path = text === '' ? null : text;
      const isTaken = Object.entries(profile.paths).some(
        ([other, taken]) => other !== attribute && taken !== null && same(taken, path),
      );
      if (path === null ? indispensable.has(attribute) : isTaken || !isPath(path)) throw refused(key, value);
      return { ...profile, paths: { ...profile.paths, [attribute]: path } };
    },
  };
}

function same(path: string, other: ProfileValue): boolean {
  return typeof other === 'string' && path.toLowerCase() === other.toLowerCase();
}

function isPath(value: ProfileValue): boolean {
  if (typeof value !== 'string' || value.length > 300) return false;
  try {
    parsePath(value);
    return true;
  } catch {
    return false;
  }
}

function isPattern(text: string): boolean {
  try {
    return text.length <= 500 && !new RegExp(text, 'i').test('');
  } catch {
    return false;
  }
}

function choice<const Choice extends string>(
  key: string,
  choices: readonly Choice[],
  read: (profile: TargetProfile) => Choice,
  write: (profile: TargetProfile, value: Choice) => TargetProfile,
): Editable {
  return {
    key,
    kind: 'choice',
    choices,
    read,
    write(profile, value) {
      const chosen = choices.find((one) => one === value);
      if (chosen === undefined) throw refused(key, value);
      return write(profile, chosen);
    },
  };
}

function onOff(
  key: string,
  read: (profile: TargetProfile) => boolean,
  write: (profile: TargetProfile, value: boolean) => TargetProfile,
): Editable {
  return {
    key,
    kind: 'switch',
    choices: [],
    read,
    write(profile, value) {
      if (typeof value !== 'boolean') throw refused(key, value);
      return write(profile, value);
    },
  };
}

function whole(
  key: string,
  least: number,
  most: number,
  read: (profile: TargetProfile) => number,
  write: (profile: TargetProfile, value: number) => TargetProfile,
): Editable {
  return {
    key,
    kind: 'number',
    choices: [],
    read,
    write(profile, value) {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
        throw refused(key, value);
      return write(profile, value);
    },
  };
}

function paging<Key extends keyof TargetProfile['paging']>(key: Key) {
  return (profile: TargetProfile, value: TargetProfile['paging'][Key]): TargetProfile => ({
    ...profile,
    paging: { ...profile.paging, [key]: value },
  });
}

/** Also for a setting that is none. */
export function refused(key: string, value: unknown): CompanionError {
  return new CompanionError('target-profile', { setting: key.slice(0, 100), input: String(value).slice(0, 100) });
}
