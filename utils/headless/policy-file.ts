import { readFileSync } from 'node:fs';
import type { PolicySettings } from '../core/policy.ts';
import { readConfigFile } from '../schemas/config-file.ts';
import { WrongUse } from './wrong-use.ts';

/**
 * The choices in an exported configuration; its schedule is left aside, since somebody else's clock starts this command. `null` =
 * no file was named. Throws WrongUse, and CompanionError `config-invalid`, `config-newer`.
 */
export function readPolicyFile(path: string | undefined): PolicySettings | null {
  if (path === undefined) return null;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new WrongUse('--config names a file that cannot be read.');
  }
  const { schedule: _schedule, ...policy } = readConfigFile(text).config;
  return policy;
}
