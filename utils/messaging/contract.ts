import type { z } from '../zod.ts';
import { connectionContract } from './contract/connection.ts';
import { logContract } from './contract/log.ts';
import { runsContract } from './contract/runs.ts';
import { targetContract } from './contract/target.ts';
import type { ContractEntry } from './contract-entry.ts';

/** Every message between contexts, one file per subject. Nothing here waits for a synchronisation (design.md rule 4), and no answer holds a secret. */
export const contract = {
  ...connectionContract,
  ...logContract,
  ...runsContract,
  ...targetContract,
} as const satisfies Record<string, ContractEntry>;

export type Contract = typeof contract;
export type MessageName = keyof Contract;
export type RequestOf<N extends MessageName> = z.infer<Contract[N]['request']>;
export type ResponseOf<N extends MessageName> = z.infer<Contract[N]['response']>;
