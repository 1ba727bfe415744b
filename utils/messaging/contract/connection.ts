import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';
import {
  connectionViewSchema,
  saveSourceSchema,
  saveTargetSchema,
  sourceCheckSchema,
  targetCheckSchema,
} from '../schemas/connection.ts';

const nothing = z.null();

/** Connecting both sides by hand, and testing them. */
export const connectionContract = {
  'connection.get': { from: page, request: nothing, response: connectionViewSchema },
  'connection.saveSource': { from: page, request: saveSourceSchema, response: connectionViewSchema },
  'connection.saveTarget': { from: page, request: saveTargetSchema, response: connectionViewSchema },
  'connection.testSource': { from: page, request: nothing, response: sourceCheckSchema },
  'connection.testTarget': { from: page, request: nothing, response: targetCheckSchema },
  'connection.forget': { from: page, request: nothing, response: connectionViewSchema },
} as const satisfies Record<string, ContractEntry>;
