import { readFileSync } from 'node:fs';
import { applyOverrides } from '../connectors/scim/overrides.ts';
import { scimProfiles } from '../connectors/scim/profiles/all.ts';
import type { ProfileOverrides } from '../core/connection/profile-setting.ts';
import { z } from '../zod.ts';
import { WrongUse } from './wrong-use.ts';

const schema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** The settings in a JSON file, checked against the profile. Throws WrongUse, and CompanionError `target-profile`. */
export function readTargetSettings(path: string | undefined, profile: keyof typeof scimProfiles): ProfileOverrides {
  if (path === undefined) return {};
  const parsed = schema.safeParse(readJson(path));
  if (!parsed.success)
    throw new WrongUse('--target-settings: one JSON object with names and plain values is expected.');
  applyOverrides(scimProfiles[profile], parsed.data);
  return parsed.data;
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new WrongUse('--target-settings: this file cannot be read.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongUse('--target-settings: this file is no JSON.');
  }
}
