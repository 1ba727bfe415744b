import { type ContractEntry, page } from '../contract-entry.ts';
import { logPageSchema, logQuerySchema } from '../schemas/log.ts';

/** Reading the provisioning log. */
export const logContract = {
  'log.query': { from: page, request: logQuerySchema, response: logPageSchema },
} as const satisfies Record<string, ContractEntry>;
