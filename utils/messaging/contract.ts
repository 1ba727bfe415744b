import { z } from '../zod.ts';
import {
  connectionViewSchema,
  saveSourceSchema,
  saveTargetSchema,
  sourceCheckSchema,
  targetCheckSchema,
} from './schemas/connection.ts';
import { logPageSchema, logQuerySchema } from './schemas/log.ts';
import { liveRunSchema, runViewSchema } from './schemas/run.ts';

/** Who may send a message: an extension page, or a content script in a web page. */
export type SenderContext = 'page' | 'content';

export interface ContractEntry {
  readonly from: readonly SenderContext[];
  readonly request: z.ZodType;
  readonly response: z.ZodType;
}

const nothing = z.null();
const runId = z.string().min(1).max(100);
const page = ['page'] as const;

/** Every message between contexts. Nothing here waits for a synchronisation (design.md rule 4), and no answer holds a secret. */
export const contract = {
  'connection.get': { from: page, request: nothing, response: connectionViewSchema },
  'connection.saveSource': { from: page, request: saveSourceSchema, response: connectionViewSchema },
  'connection.saveTarget': { from: page, request: saveTargetSchema, response: connectionViewSchema },
  'connection.testSource': { from: page, request: nothing, response: sourceCheckSchema },
  'connection.testTarget': { from: page, request: nothing, response: targetCheckSchema },
  'connection.forget': { from: page, request: nothing, response: connectionViewSchema },
  'runs.start': {
    from: page,
    request: z.object({ mode: z.enum(['dry', 'live']) }),
    response: z.object({ runId }),
  },
  'runs.active': { from: page, request: nothing, response: liveRunSchema.nullable() },
  'runs.list': {
    from: page,
    request: z.object({ limit: z.number().int().min(1).max(200) }),
    response: z.array(runViewSchema).readonly(),
  },
  'runs.get': {
    from: page,
    request: z.object({ runId }),
    response: z.object({ run: runViewSchema, needYou: z.number().int().nonnegative() }).nullable(),
  },
  'runs.approve': {
    from: page,
    request: z.object({ runId, planHash: z.string().min(1).max(200) }),
    response: nothing,
  },
  'runs.cancel': { from: page, request: z.object({ runId }), response: nothing },
  'log.query': { from: page, request: logQuerySchema, response: logPageSchema },
} as const satisfies Record<string, ContractEntry>;

export type Contract = typeof contract;
export type MessageName = keyof Contract;
export type RequestOf<N extends MessageName> = z.infer<Contract[N]['request']>;
export type ResponseOf<N extends MessageName> = z.infer<Contract[N]['response']>;
