import { permissionServices } from '../../core/permissions/permission.ts';
import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';

const way = z.enum(['hosted', 'direct']);
const flowFields = z.enum(['subdomain', 'email', 'token']);

/** What the scripts in Javelo's pages need to guide the admin: never a value, only whether there is one. */
const statusSchema = z.object({
  /** Begun in the companion, not too long ago, and for this very Javelo. */
  active: z.boolean(),
  way: z.nullable(way),
  has: z.object({ subdomain: z.boolean(), email: z.boolean(), token: z.boolean() }),
  hostedConnected: z.boolean(),
  /** Whether the companion can help inside the frame that was asked about. */
  frameKnown: z.boolean(),
});
export type HandoverStatus = z.infer<typeof statusSchema>;

const methodName = z.string().check(z.regex(/^[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+$/), z.maxLength(120));

/** Taking the connection over to Javelo: begun on our own page, carried out in Javelo's. */
export const handoverContract = {
  'handover.begin': {
    from: page,
    request: z.object({ way, address: z.string().check(z.maxLength(300)), remember: z.boolean() }),
    /** The address of that Javelo, to be opened. */
    response: z.object({ origin: z.string() }),
  },
  'handover.status': {
    from: ['javelo', 'flow'],
    /** The origin of a frame that fills the page, if there is one. */
    request: z.object({ frameOrigin: z.nullable(z.string().check(z.maxLength(300))) }),
    response: statusSchema,
  },
  /** Writes the values of one page of the flow into the frame that asks. */
  'handover.fill': {
    from: ['flow'],
    request: z.object({ page: z.enum(['subdomain', 'credentials']) }),
    response: z.object({ filled: z.array(flowFields) }),
  },
  /** The permissions that the flow asks for, to be switched on in Nmbrs. */
  'handover.keepPermissions': {
    from: ['flow'],
    request: z.object({
      permissions: z
        .array(z.object({ service: z.nullable(z.enum(permissionServices)), method: methodName }))
        .check(z.maxLength(400)),
    }),
    response: z.object({ kept: z.int() }),
    longest: 60_000,
  },
  /** What the flow ended with: Javelo reads Nmbrs by itself now. */
  'handover.connected': { from: ['javelo', 'flow'], request: z.null(), response: z.null() },
  /** The bearer token that Javelo shows once: kept, and tried at once. */
  'handover.takeScimToken': {
    from: ['javelo'],
    request: z.object({ token: z.string().check(z.minLength(16), z.maxLength(4000)) }),
    response: z.object({ ok: z.boolean(), accounts: z.nullable(z.number()) }),
  },
  /** Opens the companion's page with the next step. */
  'handover.openDashboard': { from: ['javelo', 'flow'], request: z.null(), response: z.null() },
} as const satisfies Record<string, ContractEntry>;
