import { CompanionError, toErrorInfo } from '../core/errors.ts';
import { z } from '../zod.ts';
import type { Answer } from './answer.ts';
import { type Contract, contract, type MessageName, type RequestOf, type ResponseOf } from './contract.ts';
import type { ContractEntry, SenderContext } from './contract-entry.ts';

/** What the browser says about a message's sender; the part of `runtime.MessageSender` that is judged. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Our own identity: the extension's id and the origin of its pages, `chrome-extension://…/` or `moz-extension://…/`. */
export interface Self {
  readonly id: string;
  readonly origin: string;
}

export type Handlers = {
  readonly [N in MessageName]: (request: RequestOf<N>) => Promise<ResponseOf<N>>;
};

// The largest honest request is a token and a few lines of text.
const longestRequest = 20_000;
const envelopeSchema = z.object({ name: z.string().max(100), request: z.unknown().optional() });

/**
 * Makes the one message listener. It gives `true` when it will answer through `respond` and `false` for what is not ours,
 * so that other listeners stay free. Both browsers understand this form (models.md §0.8, c.7).
 */
export function createRouter(self: Self, handlers: Handlers) {
  return (message: unknown, sender: Sender, respond: (answer: Answer) => void): boolean => {
    const envelope = envelopeSchema.safeParse(message);
    if (!envelope.success || !isName(envelope.data.name)) return false;
    const { name, request } = envelope.data;
    void answer(self, handlers, name, request, sender).then(respond);
    return true;
  };
}

async function answer<N extends MessageName>(
  self: Self,
  handlers: Handlers,
  name: N,
  request: unknown,
  sender: Sender,
): Promise<Answer> {
  const entry: ContractEntry = contract[name];
  try {
    const context = contextOf(self, sender);
    if (context === null || !entry.from.includes(context)) throw refused('sender');
    if ((JSON.stringify(request) ?? '').length > longestRequest) throw refused('size');
    const parsed = entry.request.safeParse(request);
    if (!parsed.success) throw refused('shape');
    return { ok: true, data: await handlers[name](parsed.data as RequestOf<N>) };
  } catch (error) {
    return { ok: false, error: toErrorInfo(error) };
  }
}

/** Where the message comes from; null for another extension, a web page, or an embedded frame that is not ours. */
function contextOf(self: Self, sender: Sender): SenderContext | null {
  if (sender.id !== self.id) return null;
  const home = self.origin.endsWith('/') ? self.origin : `${self.origin}/`;
  if (sender.url?.startsWith(home)) return 'page';
  return sender.tab ? 'content' : null;
}

function refused(why: 'sender' | 'size' | 'shape'): CompanionError {
  return new CompanionError('message-refused', { why });
}

function isName(name: string): name is keyof Contract {
  return Object.hasOwn(contract, name);
}
