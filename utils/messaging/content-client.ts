import type { ErrorInfo } from '../core/errors.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import type { Answer } from './answer.ts';
import type { MessageName, RequestOf, ResponseOf } from './contract.ts';

export type ContentAnswer<N extends MessageName> =
  | { readonly ok: true; readonly data: ResponseOf<N> }
  | { readonly ok: false; readonly error: ErrorInfo };

const silence: ErrorInfo = { code: 'background-unavailable', params: {}, retryable: true };

/**
 * What content scripts use to speak to the background. The contract's types only: its schemas would put zod into every
 * page, and an answer can come from nobody but our own background, which has parsed the request and made the answer.
 * Never rejects: also an extension that was just updated away is an answer, `background-unavailable`.
 */
export async function tellBackground<N extends MessageName>(name: N, request: RequestOf<N>): Promise<ContentAnswer<N>> {
  try {
    const answer = (await contentBrowser().runtime.sendMessage({ name, request })) as Answer | undefined;
    // Also a background that failed while it answered says nothing that is an answer.
    if (typeof answer?.ok !== 'boolean') return { ok: false, error: silence };
    return answer.ok ? { ok: true, data: answer.data as ResponseOf<N> } : answer;
  } catch {
    return { ok: false, error: silence };
  }
}
