import { firstStores } from './001-first-stores.ts';
import { knownPeople } from './002-known-people.ts';
import { drift } from './003-drift.ts';
import { blocks } from './004-blocks.ts';
import type { Migration } from './migration.ts';

/** In order, without gaps; a number is never used twice and a released migration never changes. */
export const migrations: readonly Migration[] = [firstStores, knownPeople, drift, blocks];
