import type { z } from '../zod.ts';
import { configContract } from './contract/config.ts';
import { connectionContract } from './contract/connection.ts';
import { demoContract } from './contract/demo.ts';
import { driftContract } from './contract/drift.ts';
import { guideContract } from './contract/guide.ts';
import { handoverContract } from './contract/handover.ts';
import { healthContract } from './contract/health.ts';
import { logContract } from './contract/log.ts';
import { peopleContract } from './contract/people.ts';
import { privacyContract } from './contract/privacy.ts';
import { runsContract } from './contract/runs.ts';
import { scheduleContract } from './contract/schedule.ts';
import { secretsContract } from './contract/secrets.ts';
import { settingsContract } from './contract/settings.ts';
import { targetContract } from './contract/target.ts';
import { wayContract } from './contract/way.ts';
import type { ContractEntry } from './contract-entry.ts';

/** Every message between contexts, one file per subject. Nothing here waits for a synchronisation (design.md rule 4), and no answer holds a secret. */
export const contract = {
  ...connectionContract,
  ...handoverContract,
  ...demoContract,
  ...healthContract,
  ...guideContract,
  ...logContract,
  ...runsContract,
  ...secretsContract,
  ...privacyContract,
  ...wayContract,
  ...targetContract,
  ...scheduleContract,
  ...settingsContract,
  ...peopleContract,
  ...configContract,
  ...driftContract,
} as const satisfies Record<string, ContractEntry>;

export type Contract = typeof contract;
export type MessageName = keyof Contract;
export type RequestOf<N extends MessageName> = z.infer<Contract[N]['request']>;
export type ResponseOf<N extends MessageName> = z.infer<Contract[N]['response']>;
