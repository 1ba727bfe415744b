import type { Link } from '../../core/link.ts';
import { type LogEntry, type ModifiedProperty, outcomes } from '../../core/log/log-entry.ts';
import { type Change, type MatchEvidence, reasonCodes } from '../../core/plan/change.ts';
import type { EscrowEntry } from '../../core/run/escrow.ts';
import type { Operation } from '../../core/run/operation.ts';
import { z } from '../../zod.ts';
import { attributeChanges, attributeName, desiredRow } from './attribute-rows.ts';
import { errorInfo, isoTime, runId, sourceId, targetId, textParams } from './scalar-rows.ts';

const match: z.ZodMiniType<MatchEvidence> = z.union([
  z.object({ by: z.literal('link') }),
  z.object({ by: z.enum(['externalId', 'employeeNumber', 'userName']), value: z.string() }),
]);

const change: z.ZodMiniType<Change> = z.object({
  sourceId: z.nullable(sourceId),
  targetId: z.nullable(targetId),
  version: z.nullable(z.string()),
  displayName: z.string(),
  userName: z.nullable(z.string()),
  companyName: z.nullable(z.string()),
  action: z.enum(['create', 'update', 'disable', 'skip']),
  reason: z.enum(reasonCodes),
  params: textParams,
  match: z.nullable(match),
  before: attributeChanges,
  after: attributeChanges,
  successorId: z.nullable(z.string()),
});

export const operationRow: z.ZodMiniType<Operation> = z.object({
  runId,
  seq: z.number(),
  entrySeq: z.number(),
  kind: z.enum(['create', 'update', 'disable']),
  change,
  desired: z.nullable(desiredRow),
  status: z.enum(['pending', 'in-flight', 'done', 'skipped', 'escrow', 'failed']),
  attempts: z.number(),
  notBeforeMs: z.number(),
  targetId: z.nullable(targetId),
  error: z.nullable(errorInfo),
});

const plain = z.union([z.string(), z.boolean(), z.null()]);

const modified: z.ZodMiniType<ModifiedProperty> = z.object({ attribute: attributeName, from: plain, to: plain });

export const logRow: z.ZodMiniType<LogEntry> = z.object({
  runId,
  seq: z.number(),
  at: isoTime,
  sourceId: z.nullable(sourceId),
  targetId: z.nullable(targetId),
  displayName: z.string(),
  userName: z.nullable(z.string()),
  companyName: z.nullable(z.string()),
  outcome: z.enum(outcomes),
  reason: z.enum(reasonCodes),
  params: textParams,
  match: z.nullable(match),
  modified: z.array(modified),
  retryAt: z.nullable(isoTime),
  error: z.nullable(errorInfo),
});

export const linkRow: z.ZodMiniType<Link> = z.object({
  sourceId,
  targetId,
  userName: z.string(),
  successorId: z.nullable(z.string()),
  origin: z.enum(['created', 'adopted']),
  applied: attributeChanges,
  absentIn: z.exactOptional(runId),
  runId,
  updatedAt: isoTime,
});

/** Counts before the link of the same id that is in a block. */
export interface GoneLink {
  readonly sourceId: string;
  readonly isGone: true;
}

export const storedLinkRow: z.ZodMiniType<Link | GoneLink> = z.union([
  z.object({ sourceId: z.string(), isGone: z.literal(true) }),
  linkRow,
]);

export const escrowRow: z.ZodMiniType<EscrowEntry> = z.object({
  sourceId,
  failures: z.number(),
  firstFailedAt: isoTime,
  retryAt: z.nullable(isoTime),
  attempted: z.string(),
  error: errorInfo,
});
