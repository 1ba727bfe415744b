import { CompanionError } from '../../core/errors.ts';
import { tellBackground } from '../../messaging/content-client.ts';
import type { MessageName, RequestOf, ResponseOf } from '../../messaging/contract.ts';

/** Asks the background without the contract's schemas, which would make the popup twice as heavy. Throws CompanionError. */
export async function ask<N extends MessageName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> {
  const answer = await tellBackground(name, request);
  if (answer.ok) return answer.data;
  const { code, params, retryAfterMs } = answer.error;
  throw new CompanionError(code, params, retryAfterMs === undefined ? {} : { retryAfterMs });
}
