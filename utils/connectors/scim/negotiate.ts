import type { ScimClient } from './client.ts';
import { dateFormatOf } from './dates.ts';
import { type RefusalContext, refusal } from './errors.ts';
import { equalsFilter } from './filter.ts';
import { notFilterable, readList } from './find.ts';
import { pagingQuery } from './list.ts';
import type { NegotiatedProfile } from './negotiated.ts';
import { type FilterQuoting, type LookupAttribute, otherQuoting, type TargetProfile } from './profile.ts';
import { readAccount, readValue, readVersion } from './read-account.ts';
import {
  type ListResponse,
  type ScimUser,
  type ServiceProviderConfig,
  serviceProviderConfigSchema,
} from './schemas.ts';

interface Probe {
  readonly client: ScimClient;
  readonly profile: TargetProfile;
  readonly context: RefusalContext;
  readonly signal: AbortSignal | undefined;
}

/** Enough accounts to see how dates are written. */
const sampleSize = 20;
/** No account has this: a search for it shows whether the search itself is understood. */
const nobody = 'companion-probe-0';

/**
 * Finds out what a target does where nothing but trying tells (javelo-scim.md §2.5): discovery, paging parameter, totals,
 * filters and their quotes, dates, versions, bulk. Reads only, with at most eight requests. Throws `target-*` where the
 * target does not let us read at all.
 */
export async function negotiate(probe: Probe): Promise<NegotiatedProfile> {
  const config = await readConfig(probe);
  const { parameter } = probe.profile.paging;
  const sample = await readPage(probe, parameter, 1, sampleSize);
  const paging = await negotiatePaging(probe, sample);
  const filters = await negotiateFilters(probe, sample.users);
  return {
    version: 1,
    sampled: sample.users.length > 0,
    discovery: config !== null,
    ...paging,
    largestPage: config?.filter?.maxresults || null,
    ...filters,
    dateFormat: dateFormat(sample.users, probe.profile),
    etag: versions(sample.users, config),
    bulk: bulkLimits(config),
  };
}

async function readConfig({ client, context, signal }: Probe): Promise<ServiceProviderConfig | null> {
  const answer = await client.send({ method: 'GET', path: '/ServiceProviderConfig', signal });
  if (answer.status === 401 || answer.status === 429 || answer.status >= 500) throw refusal(answer, context);
  const parsed = serviceProviderConfigSchema.safeParse(answer.body.kind === 'json' ? answer.body.value : null);
  return answer.status === 200 && parsed.success ? parsed.data : null;
}

async function readPage(
  { client, context, signal }: Probe,
  parameter: TargetProfile['paging']['parameter'],
  startIndex: number,
  count: number,
): Promise<ListResponse> {
  const query = pagingQuery(parameter, startIndex, count);
  return readList(await client.send({ method: 'GET', path: '/Users', query, signal }), context);
}

async function negotiatePaging(probe: Probe, sample: ListResponse) {
  const [first, second] = sample.users;
  const unknown = { pagingParameter: null, totalsTrusted: null };
  if (first === undefined) return unknown;
  const { parameter, alternative } = probe.profile.paging;
  for (const candidate of [parameter, alternative]) {
    if (candidate === null) continue;
    const page = await readPage(probe, candidate, 2, 1);
    const [found] = page.users;
    if (found === undefined || found.id === first.id) {
      // Past the end of a list of one: nothing to be learnt from that.
      if (found === undefined || (second === undefined && sample.total === 1)) return unknown;
      continue;
    }
    return {
      pagingParameter: second === undefined || found.id === second.id ? candidate : null,
      totalsTrusted: trustTotals(sample, page),
    };
  }
  return unknown;
}

/** A total that is the same on every page counts the list; one that is the page's own count does not. Any other has only moved. */
function trustTotals(sample: ListResponse, page: ListResponse): boolean | null {
  if (sample.total === null || page.total === null) return null;
  if (sample.total === page.total) return true;
  return page.total === page.users.length ? false : null;
}

async function negotiateFilters(probe: Probe, users: readonly ScimUser[]) {
  const known = (attribute: LookupAttribute) =>
    users.map((user) => readAccount(user, probe.profile)[attribute]).find((value) => value !== null && value !== '') ??
    null;
  let quoting = probe.profile.filter.quoting;
  const userName = known('userName');
  let outcome = await tryFilter(probe, 'userName', userName, quoting);
  if (outcome !== 'works') {
    const other = otherQuoting(quoting);
    const otherOutcome = await tryFilter(probe, 'userName', userName, other);
    if (otherOutcome === 'works' || (outcome === 'refused' && otherOutcome === 'unclear')) {
      quoting = other;
      outcome = otherOutcome;
    }
  }
  const filterable: LookupAttribute[] = outcome === 'refused' ? [] : ['userName'];
  for (const attribute of ['externalId', 'employeeNumber'] as const) {
    if (probe.profile.paths[attribute] === null || outcome === 'refused') continue;
    if ((await tryFilter(probe, attribute, known(attribute), quoting)) !== 'refused') filterable.push(attribute);
  }
  return { quoting: outcome === 'works' ? quoting : null, filterable };
}

/** `works`: found the one that is known to be there. `unclear`: nobody known to look for, and the search was not refused. */
async function tryFilter(
  { client, profile, context, signal }: Probe,
  attribute: LookupAttribute,
  value: string | null,
  quoting: FilterQuoting,
): Promise<'works' | 'unclear' | 'refused'> {
  const path = profile.paths[attribute];
  if (path === null) return 'refused';
  const wanted = value ?? nobody;
  const query = { filter: equalsFilter(path, wanted, quoting) };
  const answer = await client.send({ method: 'GET', path: '/Users', query, signal });
  if (notFilterable.has(answer.status)) return 'refused';
  const found = readList(answer, context).users.map((user) => readAccount(user, profile)[attribute]);
  // Others than asked for, or not the one who is there: the filter is not understood.
  if (found.some((other) => other?.toLowerCase() !== wanted.toLowerCase())) return 'refused';
  if (value === null) return 'unclear';
  return found.length > 0 ? 'works' : 'refused';
}

function dateFormat(users: readonly ScimUser[], profile: TargetProfile) {
  const { birthDate, firstHiredOn } = profile.paths;
  const texts = users.flatMap(({ resource }) => [readValue(resource, birthDate), readValue(resource, firstHiredOn)]);
  const formats = new Set(texts.map((text) => (typeof text === 'string' ? dateFormatOf(text) : null)));
  formats.delete(null);
  // Written in both ways, they say nothing about what is accepted.
  return formats.size === 1 ? ([...formats][0] ?? null) : null;
}

/** What discovery says, else whether accounts carry a version. */
function versions(users: readonly ScimUser[], config: ServiceProviderConfig | null): boolean | null {
  if (config?.etag != null) return config.etag;
  const [first] = users;
  return first === undefined ? null : readVersion(first.resource) !== null;
}

function bulkLimits(config: ServiceProviderConfig | null): NegotiatedProfile['bulk'] {
  const bulk = config?.bulk;
  if (!bulk?.supported || !bulk.maxoperations) return null;
  // RFC 7643 §5 requires a payload limit; where one is missing, a mebibyte is modest.
  return { maxOperations: bulk.maxoperations, maxPayloadBytes: bulk.maxpayloadsize || 1_048_576 };
}
