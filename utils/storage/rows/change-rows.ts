import type { Link } from '../../core/link.ts';
import { type LogEntry, type ModifiedProperty, outcomes } from '../../core/log/log-entry.ts';
import { type Change, type MatchEvidence, reasonCodes } from '../../core/plan/change.ts';
import type { EscrowEntry } from '../../core/run/escrow.ts';
import type { Operation } from '../../core/run/operation.ts';
import { z } from '../../zod.ts';
import { attributeChanges, attributeName, desiredRow } from './attribute-rows.ts';
import { errorInfo, isoTime, runId, sourceId, targetId, textParams } from './scalar-rows.ts';

const match: z.ZodType<MatchEvidence> = z.union([
  z.object({ by: z.literal('link') }),
  z.object({ by: z.enum(['externalId', 'employeeNumber', 'userName']), value: z.string() }),
]);

const change: z.ZodType<Change> = z.object({
  sourceId: sourceId.nullable(),
  targetId: targetId.nullable(),
  version: z.string().nullable(),
  displayName: z.string(),
  userName: z.string().nullable(),
  companyName: z.string().nullable(),
  action: z.enum(['create', 'update', 'disable', 'skip']),
  reason: z.enum(reasonCodes),
  params: textParams,
  match: match.nullable(),
  before: attributeChanges,
  after: attributeChanges,
  successorId: z.string().nullable(),
});

export const operationRow: z.ZodType<Operation> = z.object({
  runId,
  seq: z.number(),
  entrySeq: z.number(),
  kind: z.enum(['create', 'update', 'disable']),
  change,
  desired: desiredRow.nullable(),
  status: z.enum(['pending', 'in-flight', 'done', 'skipped', 'escrow', 'failed']),
  attempts: z.number(),
  notBeforeMs: z.number(),
  targetId: targetId.nullable(),
  error: errorInfo.nullable(),
});

const plain = z.union([z.string(), z.boolean(), z.null()]);

const modified: z.ZodType<ModifiedProperty> = z.object({ attribute: attributeName, from: plain, to: plain });

export const logRow: z.ZodType<LogEntry> = z.object({
  runId,
  seq: z.number(),
  at: isoTime,
  sourceId: sourceId.nullable(),
  targetId: targetId.nullable(),
  displayName: z.string(),
  userName: z.string().nullable(),
  companyName: z.string().nullable(),
  outcome: z.enum(outcomes),
  reason: z.enum(reasonCodes),
  params: textParams,
  match: match.nullable(),
  modified: z.array(modified),
  retryAt: isoTime.nullable(),
  error: errorInfo.nullable(),
});

export const linkRow: z.ZodType<Link> = z.object({
  sourceId,
  targetId,
  userName: z.string(),
  successorId: z.string().nullable(),
  origin: z.enum(['created', 'adopted']),
  applied: attributeChanges,
  absentIn: runId.exactOptional(),
  runId,
  updatedAt: isoTime,
});

export const escrowRow: z.ZodType<EscrowEntry> = z.object({
  sourceId,
  failures: z.number(),
  firstFailedAt: isoTime,
  retryAt: isoTime.nullable(),
  attempted: z.string(),
  error: errorInfo,
});
