import type { Account, AccountAttribute, AttributeChanges, Desired } from '../core/account.ts';
import type { ErrorInfo } from '../core/errors.ts';
import type { Json, TargetId } from '../core/ids.ts';

/** Where people are written. */
export interface Target {
  /** The rate the target allows, spent through the journal's budget; `null` = no known limit. */
  readonly budget: RequestBudget | null;
  /** Attributes that have no place in this target: nobody speaks of them. */
  readonly unplaced?: readonly AccountAttribute[];
  /** Reads as little as possible to prove that address and token work. Never throws for what the system answers. */
  check(signal?: AbortSignal): Promise<TargetCheck>;
  /**
   * One page of accounts. `null` starts; the cursor of the page before continues. Throws CompanionError `target-*`; after
   * `target-page-repeated` and `target-list-unstable` only a list begun anew with `null` is worth anything.
   */
  listStep(cursor: Json, signal?: AbortSignal): Promise<TargetPage>;
  /** One account by its id; `null` where there is none (404). */
  read(targetId: TargetId, signal?: AbortSignal): Promise<Account | null>;
  /** All accounts whose attribute equals the value. Attributes the target cannot filter by give `null`. */
  find(
    attribute: 'externalId' | 'userName' | 'employeeNumber',
    value: string,
    signal?: AbortSignal,
    onAnother?: RequestMeter,
  ): Promise<readonly Account[] | null>;
  /**
   * Creates one account: exactly one request, no retry inside, but that one which was refused for its form, and so created
   * nothing, is sent again in another form, once per process. `target-conflict` when it exists already; `target-truncated`
   * when it was done but the answer does not tell whose account it is. `target-invalid` names the `attribute` in its params
   * where it can be told which, with `refused`: `attribute` (not taken here) or `value` (this one is not).
   */
  create(desired: Desired, signal?: AbortSignal, onAnother?: RequestMeter): Promise<WriteResult>;
  /**
   * Changes only the attributes given, in one request; only one that was refused for its form, and so changed nothing, is
   * sent again in another form, once per process. `version` guards against a change in between where the target supports it.
   */
  update(
    targetId: TargetId,
    changes: AttributeChanges,
    version: string | null,
    signal?: AbortSignal,
    onAnother?: RequestMeter,
  ): Promise<WriteResult>;
  /**
   * Finds out what cannot be known beforehand, without changing anything and with at most eight requests; `beforeEach` is
   * awaited before every one of them. From then on this target goes by it; the answer is plain JSON, to be kept and given
   * back when the target is made again.
   */
  negotiate?(beforeEach: RequestMeter, signal?: AbortSignal): Promise<Json>;
  /** Whether what it was given of an earlier negotiation still holds; else it is to be negotiated before the list is read. */
  readonly isNegotiated?: boolean;
  /** Many writes in one request, or null where the target does not offer that (known after `negotiate`). */
  readonly bulk?: BulkWriter | null;
}

/** Told of a request that no other bookkeeping covers, before it leaves. */
export type RequestMeter = () => Promise<void>;

export interface BulkWriter {
  /** How many of `writes`, from the first, fit into one request. */
  countFitting(writes: readonly BulkWrite[]): number;
  /**
   * Sends `writes`, which have to fit, as one request, and gives one outcome for each of these. Throws where the request as a whole has no usable answer: then the outcome of each of them is unknown.
   */
  write(writes: readonly BulkWrite[], signal?: AbortSignal): Promise<readonly BulkOutcome[]>;
}

export type BulkWrite =
  | { readonly kind: 'create'; readonly desired: Desired }
  | {
      readonly kind: 'update';
      readonly targetId: TargetId;
      readonly changes: AttributeChanges;
      readonly version: string | null;
    };

/** `target-truncated` = the answer leaves this one out, so it may have been done. */
export type BulkOutcome =
  | { readonly ok: true; readonly value: WriteResult }
  | { readonly ok: false; readonly error: ErrorInfo };

export interface RequestBudget {
  readonly requests: number;
  readonly windowMs: number;
}

export interface TargetPage {
  readonly accounts: readonly Account[];
  readonly total: number | null;
  readonly next: Json;
}

export interface WriteResult {
  readonly targetId: TargetId;
  readonly version: string | null;
  /** Attributes sent that the answer does not echo: not accepted here. */
  readonly dropped: readonly AccountAttribute[];
  /** Whether the answer showed the account: only then what is not in `dropped` is proven to have been taken. */
  readonly echoed: boolean;
}

export interface TargetCheck {
  readonly ok: boolean;
  readonly accounts: number | null;
  readonly error: ErrorInfo | null;
}
