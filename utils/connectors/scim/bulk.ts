import { type ErrorInfo, toErrorInfo } from '../../core/errors.ts';
import type { TargetId } from '../../core/ids.ts';
import type { BulkOutcome, BulkWrite } from '../../ports/target.ts';
import { z } from '../../zod.ts';
import type { ScimAnswer, ScimClient } from './client.ts';
import { type RefusalContext, refusal, unusable } from './errors.ts';
import { isJsonObject, member } from './json-object.ts';
import type { TargetProfile } from './profile.ts';
import { messageSchemas } from './schemas.ts';
import { attributesOf } from './sent-attributes.ts';
import { createBody, patchBody } from './write-account.ts';

const status = z.pipe(
  z.transform((value) => Number(isJsonObject(value) ? member(value, 'code') : value)),
  z.int(),
);
const outcomeSchema = z.object({
  bulkId: z.string(),
  status,
  location: z.nullish(z.string()),
  version: z.nullish(z.string()),
  response: z.optional(z.unknown()),
});

/** How many of `writes`, from the first, fit into one request. One that is too large alone counts: the target is to say so. */
export function countFitting(
  writes: readonly BulkWrite[],
  limits: NonNullable<TargetProfile['bulk']>,
  profile: TargetProfile,
): number {
  const encoder = new TextEncoder();
  // The envelope around the operations.
  let bytes = 200;
  let count = 0;
  for (const [at, write] of writes.slice(0, limits.maxOperations).entries()) {
    bytes += encoder.encode(JSON.stringify(toOperation(write, at, profile))).length + 1;
    if (bytes > limits.maxPayloadBytes && count > 0) break;
    count += 1;
  }
  return count;
}

/**
 * Sends `writes` in one request (RFC 7644 §3.7), and gives one outcome for each of them. Operations are independent: one that fails stops none (`failOnErrors` is left out). Throws
 * where the request as a whole had no usable answer; then every one of them is unknown.
 */
export async function writeInBulk(
  writes: readonly BulkWrite[],
  connection: {
    readonly client: ScimClient;
    readonly profile: TargetProfile;
    readonly context: RefusalContext;
    readonly signal: AbortSignal | undefined;
  },
): Promise<readonly BulkOutcome[]> {
  const { client, profile, context, signal } = connection;
  if (writes.length === 0) return [];
  const operations = writes.map((write, at) => toOperation(write, at, profile));
  const body = { schemas: [messageSchemas.bulkRequest], Operations: operations };
  const answer = await client.send({ method: 'POST', path: '/Bulk', body, signal });
  if (answer.status !== 200) throw refusal(answer, context);
  const answers = readAnswers(answer);
  return writes.map((write, at): BulkOutcome => {
    const result = answers.get(bulkId(at));
    if (result === undefined) return { ok: false, error: unknownOutcome() };
    if (result.status < 200 || result.status > 299) {
      return { ok: false, error: refusedOutcome(result.status, result.response, write, context, answer) };
    }
    const targetId = write.kind === 'update' ? write.targetId : idIn(result.location);
    if (targetId === null) return { ok: false, error: unknownOutcome() };
    // A bulk answer shows no resource, so nothing can be said to have been dropped.
    return { ok: true, value: { targetId, version: result.version ?? null, dropped: [], echoed: false } };
  });
}

function toOperation(write: BulkWrite, at: number, profile: TargetProfile): unknown {
  switch (write.kind) {
    case 'create':
      return { method: 'POST', path: '/Users', bulkId: bulkId(at), data: createBody(write.desired, profile) };
    case 'update':
      return {
        method: 'PATCH',
        path: `/Users/${encodeURIComponent(write.targetId)}`,
        bulkId: bulkId(at),
        ...(profile.etag && write.version !== null ? { version: write.version } : {}),
        data: patchBody(write.changes, profile),
      };
  }
}

const bulkId = (at: number) => `op-${at}`;

function readAnswers(answer: ScimAnswer): ReadonlyMap<string, z.infer<typeof outcomeSchema>> {
  const operations = member(answer.body.kind === 'json' ? answer.body.value : null, 'Operations');
  if (!Array.isArray(operations)) throw unusable(answer);
  const parsed = operations.map((operation) => outcomeSchema.safeParse(operation));
  return new Map(parsed.flatMap((one) => (one.success ? [[one.data.bulkId, one.data] as const] : [])));
}

function idIn(location: string | null | undefined): TargetId | null {
  const segment = /\/Users\/([^/?#]+)\/?$/i.exec(location ?? '')?.[1];
  if (segment === undefined) return null;
  // An id that is no good escape is taken as it stands.
  return (/%(?![0-9a-f]{2})/i.test(segment) ? segment : decodeURIComponent(segment)) as TargetId;
}

function refusedOutcome(
  code: number,
  response: unknown,
  write: BulkWrite,
  context: RefusalContext,
  { headers }: ScimAnswer,
): ErrorInfo {
  const sent = attributesOf(write.kind === 'create' ? write.desired : write.changes);
  const body = isJsonObject(response) ? ({ kind: 'json', value: response } as const) : ({ kind: 'empty' } as const);
  return toErrorInfo(refusal({ status: code, headers, body }, { ...context, sent }));
}

/** The answer leaves this one out: it may have been done. */
function unknownOutcome(): ErrorInfo {
  return { code: 'target-truncated', params: {}, retryable: true };
}
