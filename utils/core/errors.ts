import type { Json } from './ids.ts';

/**
 * Everything that can go wrong, as a closed union. Each code has one sentence and one piece of advice
 * in every locale (`assets/locales`, keys `errors.<code>`); a test asserts that none is missing.
 */
export const errorCodes = [
  // Source: what Nmbrs said (nmbrs-api.md §3.1).
  'source-auth', // 1001: e-mail, token or domain is wrong
  'source-permission', // 1002: a method is not switched on; params: service, method
  'source-scope', // 1003, 2003, 2004, 2005, 2009: no right to that debtor, company or employee
  'source-subscription', // 1004
  'source-busy', // 1006: generic login failure, repeating tends to help
  'source-period', // 2006
  'source-fault', // 9999 and any other fault; params: code, text
  // Source: what happened on the way.
  'source-unavailable', // HTML, 5xx, maintenance
  'source-truncated', // the document ended before its last tag
  'source-invalid', // XML, but not what the operation answers
  'source-unreachable',
  'source-timeout',
  'source-empty', // nobody at all, although the connection works
  'source-domain', // what was typed is not a Nmbrs domain; params: input
  // Target: what Javelo said (RFC 7644 §3.12).
  'target-auth', // 401
  'target-forbidden', // 403
  'target-not-found', // 404
  'target-conflict', // 409; params: scimType, detail
  'target-precondition', // 412
  'target-invalid', // 400, 413, 422; params: detail
  'target-rate-limited', // 429; retryAfterMs when it said so
  'target-unavailable', // 5xx, HTML
  'target-truncated', // the JSON ended early, or an empty body where one was due
  'target-page-repeated', // the list came round to a page already seen
  'target-list-unstable', // the list does not add up to its own total
  'target-unreachable',
  'target-timeout',
  'target-address', // what was typed is not a SCIM address; params: input
  'target-profile', // a setting of the target's profile cannot be what was typed; params: setting, input
  // This side.
  'not-connected',
  'host-permission-missing', // params: host
  'secret-missing', // the token is no longer here (browser restarted, not remembered)
  'secret-locked', // it lies behind the passphrase
  'passphrase-wrong',
  'way-hosted', // Javelo reads Nmbrs by itself here, and two writers would fight
  'handover-not-begun', // the admin has not begun it in the companion, or too long ago
  'handover-page', // the page is not the one it was when the admin clicked, or has no such field
  'token-not-seen', // the page no longer shows e-mail and token
  'flow-host', // what was typed is no host the companion may ask for; params: input
  'storage-refused', // IndexedDB is not to be had (Firefox private windows)
  'storage-full',
  'journal-newer', // written by a newer version of the companion
  'journal-damaged',
  'too-many-failed', // so many people failed that the connection is in quarantine; params: failed, of
  'plan-refused', // a guardrail refuses the whole run; params: rule
  'plan-stale',
  'plan-needs-approval',
  'run-cancelled',
  'run-active',
  'config-invalid', // what was to be imported is no configuration of ours; params: place
  'config-newer', // it was written by a newer version; params: version
  'drift-changed', // the difference that was decided about is not there any more
  'undo-impossible', // the run is not on record, has not ended, or was a preview
  'person-unknown', // no run has read this person
  'background-unavailable',
  'message-refused',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Values a message may quote. Never a secret: redaction is the thrower's duty and is tested. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** An error as data: what crosses messages and is kept in the journal. */
export interface ErrorInfo {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** Whether the same request may succeed later without anybody changing anything. */
  readonly retryable: boolean;
  /** How long the other side asked to wait, in milliseconds, if it said so. */
  readonly retryAfterMs?: number;
}

const retryableCodes: ReadonlySet<ErrorCode> = new Set([
  'source-busy',
  'source-unavailable',
  'source-truncated',
  'source-unreachable',
  'source-timeout',
  'target-rate-limited',
  'target-unavailable',
  'target-truncated',
  'target-page-repeated',
  'target-list-unstable',
  'target-unreachable',
  'target-timeout',
  'target-precondition',
  'background-unavailable',
]);

/** The only error class that ports may throw. `cause` keeps what was caught. */
export class CompanionError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, params: ErrorParams = {}, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CompanionError';
    this.code = code;
    this.params = params;
    this.retryAfterMs = options.retryAfterMs;
  }

  get retryable(): boolean {
    return retryableCodes.has(this.code);
  }
}

/** Turns anything caught into data; what is not a CompanionError becomes `internal` with its name only, since its text may quote a secret. */
export function toErrorInfo(caught: unknown): ErrorInfo {
  if (caught instanceof CompanionError) {
    return {
      code: caught.code,
      params: caught.params,
      retryable: caught.retryable,
      ...(caught.retryAfterMs === undefined ? {} : { retryAfterMs: caught.retryAfterMs }),
    };
  }
  return {
    code: 'internal',
    params: { name: caught instanceof Error ? caught.name : typeof caught },
    retryable: false,
  };
}

/** Something worth telling the admin that stops nothing: once per cause, not once per person. */
export interface Notice {
  readonly code: string;
  readonly params: Readonly<Record<string, Json>>;
}
