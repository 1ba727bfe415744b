import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';

const way = z.enum(['hosted', 'direct']);

const wayViewSchema = z.object({
  way: z.nullable(way),
  flowHost: z.string(),
  /** What the browser is asked for, so that the companion may help in the flow. */
  flowPattern: z.nullable(z.string()),
  hostedConnected: z.boolean(),
  /** Javelo reads Nmbrs by itself, and the companion may write too. */
  both: z.boolean(),
  /** How many permissions the connection flow asked for; null = its list was never read. */
  permissions: z.nullable(z.int().check(z.nonnegative())),
});
export type WayView = z.infer<typeof wayViewSchema>;

/** Which of the two ways is used for this tenant. */
export const wayContract = {
  'way.get': { from: page, request: z.null(), response: wayViewSchema },
  'way.choose': { from: page, request: z.object({ way }), response: wayViewSchema },
  /** The admin says that Nmbrs is no longer connected inside Javelo: no page of the companion can see that. */
  'way.hostedEnded': { from: page, request: z.null(), response: wayViewSchema },
  'way.setFlowHost': {
    from: page,
    request: z.object({ host: z.string().check(z.maxLength(300)) }),
    response: wayViewSchema,
  },
} as const satisfies Record<string, ContractEntry>;
