import { CompanionError, toErrorInfo } from '../core/errors.ts';
import { z } from '../zod.ts';
import type { Answer } from './answer.ts';
import { type Caller, findCaller, type Self, type Sender } from './caller.ts';
import { type Contract, contract, type MessageName, type RequestOf, type ResponseOf } from './contract.ts';
import type { ContractEntry } from './contract-entry.ts';
import type { Sites } from './sites.ts';

export type Handlers = {
  readonly [N in MessageName]: (request: RequestOf<N>, caller: Caller) => Promise<ResponseOf<N>>;
};

// The largest honest request is a token and a few lines of text; an entry of the contract may say otherwise.
const longestRequest = 20_000;
const envelopeSchema = z.object({ name: z.string().check(z.maxLength(100)), request: z.optional(z.unknown()) });

/**
 * Makes the one message listener. It gives `true` when it will answer through `respond` and `false` for what is no
 * message of the companion. Both browsers understand this form (models.md §0.8, c.7).
 * `readSites` = the hosts of each content script as configured now; it is asked for every message of one.
 */
export function createRouter(self: Self, handlers: Handlers, readSites: () => Promise<Sites>) {
  return (message: unknown, sender: Sender, respond: (answer: Answer) => void): boolean => {
    const envelope = envelopeSchema.safeParse(message);
    if (!envelope.success) return false;
    const { name, request } = envelope.data;
    const answered = isName(name)
      ? answer(self, handlers, readSites, name, request, sender)
      : Promise.resolve<Answer>({ ok: false, error: toErrorInfo(refused('name')) });
    void answered.then(respond);
    return true;
  };
}

async function answer<N extends MessageName>(
  self: Self,
  handlers: Handlers,
  readSites: () => Promise<Sites>,
  name: N,
  request: unknown,
  sender: Sender,
): Promise<Answer> {
  const entry: ContractEntry = contract[name];
  try {
    const caller = await findCaller(self, sender, entry.from, readSites);
    if (caller === null) throw refused('sender');
    if ((JSON.stringify(request) ?? '').length > (entry.longest ?? longestRequest)) throw refused('size');
    const parsed = entry.request.safeParse(request);
    if (!parsed.success) throw refused('shape');
    return { ok: true, data: await handlers[name](parsed.data as RequestOf<N>, caller) };
  } catch (error) {
    return { ok: false, error: toErrorInfo(error) };
  }
}

function refused(why: 'name' | 'sender' | 'size' | 'shape'): CompanionError {
  return new CompanionError('message-refused', { why });
}

function isName(name: string): name is keyof Contract {
  return Object.hasOwn(contract, name);
}
