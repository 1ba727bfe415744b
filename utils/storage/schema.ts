import type { DBSchema } from 'idb';
import type { Account } from '../core/account.ts';
import type { Drift, DriftDecision } from '../core/drift.ts';
import type { Json } from '../core/ids.ts';
import type { Link } from '../core/link.ts';
import type { LogEntry } from '../core/log/log-entry.ts';
import type { KnownPerson } from '../core/people/known-person.ts';
import type { EscrowEntry } from '../core/run/escrow.ts';
import type { Operation } from '../core/run/operation.ts';
import type { Run } from '../core/run/run.ts';
import type { StoredBlock } from './packed/block.ts';
import type { GoneLink } from './rows/change-rows.ts';
import type { StoredStep } from './rows/page-rows.ts';

/** An open operation carries the queue it waits in; a settled one has none and so leaves the index. */
export type OperationRow = Operation & { readonly queue?: Operation['kind'] };

/** What is kept in IndexedDB. Small records, never one blob: a step writes what it changed and no more. */
export interface Schema extends DBSchema {
  runs: { key: string; value: Run; indexes: { byStart: string } };
  sourcePages: {
    key: [string, number];
    value: { readonly runId: string; readonly page: number; readonly step: StoredStep };
  };
  targetPages: {
    key: [string, number];
    value: { readonly runId: string; readonly page: number; readonly accounts: readonly Account[] };
  };
  operations: {
    key: [string, number];
    value: OperationRow;
    indexes: { open: [string, string, number] };
  };
  /** What is left of a link that is in a block: it is gone. */
  links: { key: string; value: Link | GoneLink };
  log: {
    key: [string, number];
    value: LogEntry;
    indexes: { byTime: [string, string, number]; byPerson: [string, string]; byOutcome: [string, string, number] };
  };
  people: { key: string; value: KnownPerson; indexes: { byName: [string, string] } };
  blocks: {
    key: number;
    value: StoredBlock;
    indexes: {
      byKey: [string, string, string];
      byTable: string;
      byId: string;
      byTime: [string, string, string, string];
      byAttention: [string, number];
    };
  };
  drift: { key: string; value: Drift };
  decisions: { key: [string, string]; value: DriftDecision };
  memory: { key: string; value: { readonly key: string; readonly value: Json } };
  escrow: { key: string; value: EscrowEntry };
  requests: { key: number; value: { readonly atMs: number }; indexes: { byTime: number } };
  meta: { key: 'active' | 'cancel' | 'lease' | 'hold'; value: unknown };
  settings: { key: string; value: unknown };
  secrets: { key: string; value: unknown };
}

export type StoreName = Extract<
  | 'runs'
  | 'sourcePages'
  | 'targetPages'
  | 'operations'
  | 'links'
  | 'log'
  | 'people'
  | 'blocks'
  | 'drift'
  | 'decisions'
  | 'memory'
  | 'escrow'
  | 'requests'
  | 'meta'
  | 'settings'
  | 'secrets',
  keyof Schema
>;
