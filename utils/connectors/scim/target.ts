import { type AccountAttribute, type AttributeChanges, accountAttributes, type Desired } from '../../core/account.ts';
import type { ProfileOverrides } from '../../core/connection/profile-setting.ts';
import { CompanionError, toErrorInfo } from '../../core/errors.ts';
import type { Json, TargetId } from '../../core/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { BulkWriter, RequestMeter, Target, TargetCheck, WriteResult } from '../../ports/target.ts';
import { countFitting, writeInBulk } from './bulk.ts';
import { createScimClient, type ScimAnswer, type ScimClient, type ScimClientOptions } from './client.ts';
import { otherDateForm } from './date-form.ts';
import { droppedAttributes, showsAccount } from './echo.ts';
import { type RefusalContext, refusal, unusable } from './errors.ts';
import { type FilterHabit, findAccounts, readList } from './find.ts';
import { pageQuery, pagingQuery, readCursor, turnPage } from './list.ts';
import { negotiate } from './negotiate.ts';
import { applyNegotiated, connectionKey, isCurrent, readNegotiated, type StoredNegotiation } from './negotiated.ts';
import { applyOverrides } from './overrides.ts';
import { otherPatchForm } from './patch-form.ts';
import type { TargetProfile } from './profile.ts';
import { readAccount, readVersion } from './read-account.ts';
import { type ScimUser, userSchema } from './schemas.ts';
import { attributesOf } from './sent-attributes.ts';
import { createBody, patchBody } from './write-account.ts';

export interface ScimTargetOptions extends Pick<ScimClientOptions, 'scimUrl' | 'token' | 'silenceMs' | 'onRequest'> {
  readonly profile: TargetProfile;
  readonly clock: Clock;
  /** What `negotiate` gave, if it was kept; what it gave for another connection is left aside. */
  readonly negotiated?: Json | undefined;
  /** What the admin has set otherwise: it counts before what is found out. */
  readonly overrides?: ProfileOverrides | undefined;
}

/**
 * A SCIM 2.0 server as a target (RFC 7643, RFC 7644), with all that is particular to one product in its profile. Throws
 * CompanionError `target-profile` for overrides that cannot be.
 */
export function createScimTarget(options: ScimTargetOptions): Target {
  const { token, clock, overrides = {} } = options;
  const client = createScimClient({ ...options, accept: options.profile.accept });
  const assumed = applyOverrides(options.profile, overrides);
  const connection = connectionKey(options.scimUrl, assumed);
  const kept = readNegotiated(options.negotiated);
  let negotiated: StoredNegotiation | null = kept?.connection === connection ? kept : null;
  const goBy = (found: StoredNegotiation | null) =>
    applyOverrides(applyNegotiated(assumed, found?.found ?? null), overrides);
  let profile = goBy(negotiated);
  /** Said by the admin, seen in the list, or tried both ways. */
  let isDateFormKnown = overrides.dateFormat !== undefined || negotiated?.found.dateFormat != null;
  const habit: FilterHabit = { quoting: profile.filter.quoting, proven: profile.filter.proven };
  const context = (sent: readonly AccountAttribute[] = []): RefusalContext => ({ profile, clock, token, sent });

  return {
    budget: profile.budget,
    unplaced: accountAttributes.filter((attribute) => profile.paths[attribute] === null),

    get bulk(): BulkWriter | null {
      const limits = profile.bulk;
      if (limits === null) return null;
      return {
        countFitting: (writes) => countFitting(writes, limits, profile),
        write: (writes, signal) => writeInBulk(writes, { client, profile, context: context(), signal }),
      };
    },

    get isNegotiated() {
      return negotiated !== null && isCurrent(negotiated, clock.nowMs());
    },

    async negotiate(beforeEach, signal) {
      const metered: ScimClient = { send: (request) => beforeEach().then(() => client.send(request)) };
      const found = await negotiate({ client: metered, profile: assumed, context: context(), signal });
      negotiated = { connection, atMs: clock.nowMs(), found };
      profile = goBy(negotiated);
      isDateFormKnown = overrides.dateFormat !== undefined || found.dateFormat !== null;
      Object.assign(habit, { quoting: profile.filter.quoting, proven: profile.filter.proven });
      return negotiated;
    },

    async check(signal) {
      try {
        const query = pagingQuery(profile.paging.parameter, 1, 1);
        const answer = await client.send({ method: 'GET', path: '/Users', query, signal });
        const { total } = readList(answer, context());
        return { ok: true, accounts: profile.paging.totalsTrusted ? total : null, error: null };
      } catch (error) {
        return failedCheck(error);
      }
    },

    async listStep(json, signal) {
      const cursor = readCursor(json, profile);
      const answer = await client.send({ method: 'GET', path: '/Users', query: pageQuery(cursor, profile), signal });
      return turnPage(cursor, readList(answer, context()), profile);
    },

    async read(targetId, signal) {
      const answer = await client.send({ method: 'GET', path: userPath(targetId), signal });
      if (answer.status === 404) return null;
      if (!isSuccess(answer)) throw refusal(answer, context());
      const user = readUser(answer);
      if (user === null) throw unusable(answer);
      return withHeaderVersion(readAccount(user, profile), answer);
    },

    find(attribute, value, signal, onAnother) {
      return findAccounts(attribute, value, { client, profile, habit, context: context(), signal, onAnother });
    },

    async create(desired, signal, onAnother) {
      const send = () => client.send({ method: 'POST', path: '/Users', body: createBody(desired, profile), signal });
      const answer = await sendInForms(send, attributesOf(desired), onAnother);
      const user = readUser(answer);
      // Something was done, but to whom is not known: the caller has to look the account up.
      if (user === null) throw new CompanionError('target-truncated', { status: answer.status });
      return written(user, answer, withoutNulls(desired));
    },

    async update(targetId, changes, version, signal, onAnother) {
      const sent = attributesOf(changes).filter((attribute) => profile.paths[attribute] !== null);
      const result = {
        targetId,
        version,
        dropped: attributesOf(changes).filter((attribute) => !sent.includes(attribute)),
        echoed: false,
      };
      if (sent.length === 0) return result;
      const send = async () => {
        const ifMatch = profile.etag ? version : null;
        const body = patchBody(changes, profile);
        return client.send({ method: 'PATCH', path: userPath(targetId), body, ifMatch, signal });
      };
      const answer = await sendInForms(send, sent, onAnother);
      if (answer.body.kind === 'empty') return { ...result, version: answer.headers.get('etag') };
      const user = readUser(answer);
      if (user === null) throw unusable(answer);
      return written(user, answer, changes);
    },
  };

  /** Sends a write, and once more in another form where it was refused for its form. Gives the answer that is none of a refusal. */
  async function sendInForms(
    send: () => Promise<ScimAnswer>,
    sent: readonly AccountAttribute[],
    onAnother: RequestMeter | undefined,
  ): Promise<ScimAnswer> {
    const answer = await send();
    if (isSuccess(answer)) return answer;
    const error = refusal(answer, context(sent));
    const other = otherForm(error);
    if (other === null) throw error;
    const before = profile;
    profile = other;
    await onAnother?.();
    const again = await send();
    if (isSuccess(again)) return again;
    const second = refusal(again, context(sent));
    // Refused either way: it is the day itself that is wrong.
    if (second.params.attribute === error.params.attribute) profile = { ...profile, dateFormat: before.dateFormat };
    throw second;
  }

  function otherForm(error: CompanionError): TargetProfile | null {
    const patch = otherPatchForm(profile.patch, error);
    if (patch !== null) return { ...profile, patch };
    if (isDateFormKnown) return null;
    const other = otherDateForm(profile, error);
    if (other !== null) isDateFormKnown = true;
    return other;
  }

  function written(user: ScimUser, answer: ScimAnswer, sent: AttributeChanges): WriteResult {
    return {
      targetId: user.id as TargetId,
      version: readVersion(user.resource) ?? answer.headers.get('etag'),
      dropped: droppedAttributes(sent, user, profile),
      echoed: showsAccount(user),
    };
  }
}

function userPath(targetId: TargetId): string {
  return `/Users/${encodeURIComponent(targetId)}`;
}

function isSuccess({ status }: ScimAnswer): boolean {
  return status >= 200 && status <= 299;
}

function readUser({ body }: ScimAnswer): ScimUser | null {
  const parsed = userSchema.safeParse(body.kind === 'json' ? body.value : null);
  return parsed.success ? parsed.data : null;
}

function withHeaderVersion<T extends { readonly version: string | null }>(account: T, answer: ScimAnswer): T {
  return account.version === null ? { ...account, version: answer.headers.get('etag') } : account;
}

/** A create says nothing about what has no value, so an answer cannot contradict it. */
function withoutNulls(desired: Desired): AttributeChanges {
  return Object.fromEntries(Object.entries(desired).filter(([, value]) => value !== null));
}

function failedCheck(error: unknown): TargetCheck {
  if (error instanceof CompanionError && error.code === 'run-cancelled') throw error;
  return { ok: false, accounts: null, error: toErrorInfo(error) };
}
