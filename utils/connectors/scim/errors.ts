import type { AccountAttribute } from '../../core/account.ts';
import { CompanionError, type ErrorParams } from '../../core/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import { attributeInText } from './attribute-in-text.ts';
import type { AnswerBody, ScimAnswer } from './client.ts';
import { isJsonObject } from './json-object.ts';
import type { TargetProfile } from './profile.ts';
import { errorBodySchema } from './schemas.ts';

export interface RefusalContext {
  readonly profile: TargetProfile;
  readonly clock: Clock;
  /** Cut out of every quoted text. */
  readonly token: string;
  /** The attributes that the request carried. */
  readonly sent: readonly AccountAttribute[];
}

/** Longest text of the target that an error quotes. */
const longestDetail = 300;
/** No wait that a target asks for is longer than this: a day. */
const longestWaitMs = 86_400_000;

/**
 * What an answer other than 2xx means (RFC 7644 §3.12, RFC 6585 §4 for 429). Params: `status`, `detail` and `scimType` where
 * there are any, and for `target-invalid` the `attribute` it is about where that can be told, with `refused`: `attribute`
 * (this target does not take it) or `value` (this value of it).
 */
export function refusal(answer: ScimAnswer, context: RefusalContext): CompanionError {
  const { status } = answer;
  const { text, scimType } = readRefusal(answer.body, context);
  const params: ErrorParams = {
    status,
    ...(text === '' ? {} : { detail: text }),
    ...(scimType === null ? {} : { scimType }),
  };
  const wait = retryAfter(answer.headers, context.clock);
  const waiting = wait === null ? {} : { retryAfterMs: wait };
  if (status === 401) return new CompanionError('target-auth', params);
  if (status === 403) return new CompanionError('target-forbidden', params);
  if (status === 404) return new CompanionError('target-not-found', params);
  if (status === 408) return new CompanionError('target-timeout', params);
  if (status === 412) return new CompanionError('target-precondition', params);
  if (status === 429) return new CompanionError('target-rate-limited', params, waiting);
  if (status >= 500 && status !== 501) return new CompanionError('target-unavailable', params, waiting);
  if (status < 400) return new CompanionError('target-unavailable', params);
  if (status === 409 || saysItExists(text, scimType, context)) return new CompanionError('target-conflict', params);
  return new CompanionError('target-invalid', { ...params, ...blame(text, scimType, context) });
}

/** Why a 2xx answer cannot be used. */
export function unusable(answer: ScimAnswer): CompanionError {
  const { status, body } = answer;
  switch (body.kind) {
    case 'empty':
    case 'cut':
      return new CompanionError('target-truncated', { status });
    case 'html':
    case 'text':
    case 'json':
      return new CompanionError('target-unavailable', { status, content: body.kind });
  }
}

/** `Retry-After` in seconds or as an HTTP date (RFC 9110 §10.2.3), in milliseconds from now; null where there is none. */
export function retryAfter(headers: Headers, clock: Clock): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  // Date.parse alone would take "-1" for a year.
  const until = /^[A-Za-z]{3,9}, /.test(text) ? Date.parse(text) : Number.NaN;
  const wait = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : until - clock.nowMs();
  return Number.isNaN(wait) ? null : Math.min(Math.max(Math.ceil(wait), 0), longestWaitMs);
}

function readRefusal(body: AnswerBody, context: RefusalContext): { text: string; scimType: string | null } {
  if (body.kind === 'text') return { text: quote(body.text, context.token), scimType: null };
  const parsed = errorBodySchema.safeParse(body.kind === 'json' ? body.value : null);
  if (!parsed.success) return { text: '', scimType: null };
  const { detail, message, error, error_description: description, errors, scimtype } = parsed.data;
  const text = detail ?? message ?? description ?? error ?? flatten(errors).join('; ');
  return { text: quote(text, context.token), scimType: scimtype == null ? null : quote(scimtype, context.token) };
}

/** `errors` of the Rails kind: a list of texts or objects, or texts by attribute name. */
function flatten(errors: unknown): readonly string[] {
  if (typeof errors === 'string') return [errors];
  if (Array.isArray(errors)) return errors.flatMap(flatten);
  if (!isJsonObject(errors)) return [];
  return Object.entries(errors).flatMap(([name, value]) => flatten(value).map((text) => `${name}: ${text}`));
}

/** One line, bounded, and without the token, should a server send it back. */
function quote(text: string, token: string): string {
  const secret = token.trim();
  const clean = secret === '' ? text : text.replaceAll(secret, '…').replaceAll(encodeURIComponent(secret), '…');
  return clean.replace(/\s+/g, ' ').trim().slice(0, longestDetail);
}

function saysItExists(text: string, scimType: string | null, { profile }: RefusalContext): boolean {
  return scimType?.toLowerCase() === 'uniqueness' || new RegExp(profile.conflictText, 'i').test(text);
}

// Inferred: Javelo's refusals are unknown (javelo-scim.md §2.5). By RFC 7644 §3.12 an unknown attribute is `invalidPath`, a read-only one `mutability`.
const attributeRefused =
  /\b(?:unknown|undefined|unsupported|unrecogni[sz]ed|unexpected|read-?only|not (?:accepted|supported|known|defined|allowed|permitted|recogni[sz]ed|found))\b/i;

/** "Manager not found" is about one manager, not about managers. */
const speaksOfName = /\b(?:attribute|field|parameter|path|property|key)s?\b/i;

function blame(text: string, scimType: string | null, context: RefusalContext): ErrorParams {
  const attribute = attributeInText(text, context.sent, context.profile);
  if (attribute === null) return {};
  const byType = scimType !== null && /^(?:invalidPath|mutability|noTarget)$/i.test(scimType);
  const byText = attributeRefused.test(text) && (attribute !== 'managerUserName' || speaksOfName.test(text));
  return { attribute, refused: byType || byText ? 'attribute' : 'value' };
}
