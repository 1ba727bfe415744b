import type { ErrorInfo } from '../core/errors.ts';
import type { IsoDate, Json, SourceId } from '../core/ids.ts';
import type { ManagerReference, Person } from '../core/person.ts';
import type { SourceEvidence } from '../core/snapshot.ts';

/** Where people are read. The port speaks of people, companies and permissions, never of SOAP: REST will stand behind it too. */
export interface Source {
  /** What the connection can do, without reading people. Never throws for what the system answers: that is in `error`. */
  check(signal?: AbortSignal): Promise<SourceCheck>;
  /**
   * Reads one bounded part (a company, a batch of managers …). `null` starts; the cursor of the step before continues,
   * also in another process: it is plain JSON. Throws CompanionError `source-*`; the step may then be repeated with the same cursor.
   */
  readStep(cursor: Json, context: SourceContext, signal?: AbortSignal): Promise<SourceStep>;
}

export interface SourceContext {
  readonly today: IsoDate;
  /** Facts remembered from earlier runs under keys of the connector's own choosing. */
  recall(keys: readonly string[]): Promise<ReadonlyMap<string, Json>>;
}

export interface SourceStep {
  readonly people: readonly Person[];
  /** Managers learnt in a later step than the people they belong to. Replaces `Person.manager`. */
  readonly managers: readonly { readonly sourceId: SourceId; readonly manager: ManagerReference | null }[];
  /** Facts to recall in later runs; stored only when the run ends well. */
  readonly remember: readonly { readonly key: string; readonly value: Json }[];
  readonly progress: { readonly done: number; readonly total: number };
  /** `null` with `evidence` = everything has been read. */
  readonly next: Json;
  readonly evidence?: SourceEvidence;
}

export interface SourceCheck {
  readonly ok: boolean;
  /** The system's own name for the connection's environment (Nmbrs: the API domain). */
  readonly environment: string | null;
  readonly companies: readonly { readonly id: string; readonly name: string }[];
  /** Every permission the connection needs, with what a probe of it said; `null` = not probed. */
  readonly permissions: readonly PermissionCheck[];
  readonly error: ErrorInfo | null;
}

export interface PermissionCheck {
  readonly service: string;
  readonly method: string;
  readonly required: boolean;
  readonly granted: boolean | null;
}
