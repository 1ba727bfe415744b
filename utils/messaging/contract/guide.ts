import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';
import { doctorSchema, observedSchema, permissionSchema, tourListSchema, tourViewSchema } from '../schemas/guide.ts';

const nothing = z.null();
const tabId = z.int();

/** The guide on the Nmbrs pages, the token it takes over, and the permission check. */
export const guideContract = {
  /** A page of Nmbrs asks whether it is guided; null = no, and the script does nothing. */
  'guide.hello': { from: ['nmbrs'], request: nothing, response: z.nullable(tourViewSchema) },
  /** Every method that is known, so that a list of one service is not taken for that of another. */
  'guide.catalogue': {
    from: ['nmbrs'],
    request: nothing,
    response: z.record(z.enum(['DebtorService', 'CompanyService', 'EmployeeService']), z.readonly(z.array(z.string()))),
  },
  /** What the guide says, in the first of these languages that it speaks. */
  'guide.texts': {
    from: ['nmbrs'],
    request: z.object({ languages: z.array(z.string().check(z.maxLength(35))).check(z.maxLength(10)) }),
    response: z.object({ locale: z.enum(['en', 'nl', 'fr']), texts: z.record(z.string(), z.string()) }),
  },
  'guide.observed': {
    from: ['nmbrs'],
    request: observedSchema,
    response: z.nullable(tourViewSchema),
    longest: 100_000,
  },
  'guide.leave': { from: ['nmbrs'], request: nothing, response: nothing },
  'guide.list': { from: page, request: nothing, response: tourListSchema },
  'guide.start': {
    from: page,
    request: z.object({ address: z.string().check(z.maxLength(500)) }),
    response: z.object({ tabId }),
  },
  'guide.show': {
    from: page,
    request: z.object({ tabId, permission: z.nullable(permissionSchema) }),
    response: nothing,
  },
  'guide.stop': { from: page, request: z.object({ tabId }), response: nothing },
  /** The admin wants to hand the token over: opens the page that asks for consent, where no web page can reach it. */
  'token.ask': { from: ['nmbrs'], request: nothing, response: nothing },
  'token.consent': {
    from: page,
    request: z.object({ tabId, remember: z.boolean() }),
    response: z.object({ email: z.string(), masked: z.string() }),
  },
  /** The only message that carries a secret, and only towards the background: accepted once, after consent, from that tab. */
  'token.offer': {
    from: ['nmbrs'],
    request: z.object({
      consent: z.string().check(z.maxLength(64)),
      email: z.string().check(z.minLength(3), z.maxLength(320)),
      token: z.string().check(z.minLength(16), z.maxLength(128)),
    }),
    response: z.object({ email: z.string(), masked: z.string() }),
  },
  'doctor.run': { from: ['page', 'nmbrs'], request: nothing, response: doctorSchema },
} as const satisfies Record<string, ContractEntry>;
