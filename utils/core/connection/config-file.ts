import type { Json } from '../ids.ts';
import type { PolicySettings } from '../policy.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** What an admin may carry from one browser to another, or keep to go back to: choices only, no address and never a secret. */
export interface Config extends PolicySettings {
  /** Absent where there is none: the headless command is started by somebody else's clock. */
  readonly schedule?: Schedule;
}

/** The file: the choices with what they came from. */
export interface ConfigFile {
  readonly format: 'nmbrs-javelo-companion/configuration';
  readonly version: 1;
  /** The companion's own version that wrote it. */
  readonly product: string;
  readonly exportedAt: string;
  readonly config: Config;
}

export interface ConfigDifference {
  /** `scope.departments.values`. */
  readonly path: string;
  /** Absent = not there. */
  readonly before?: Json;
  readonly after?: Json;
}

/** What taking over a configuration changes, in the order of the paths; lists count as one value. */
export function compareConfigs(before: Config, after: Config): readonly ConfigDifference[] {
  const [old, next] = [flatten(before), flatten(after)];
  // A file without a schedule says nothing about it.
  const paths = [...new Set([...old.keys(), ...next.keys()])].filter(
    (path) => after.schedule !== undefined || !path.startsWith('schedule'),
  );
  return paths.sort().flatMap((path): readonly ConfigDifference[] => {
    const [from, to] = [old.get(path), next.get(path)];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [{ path, ...(from === undefined ? {} : { before: from }), ...(to === undefined ? {} : { after: to }) }];
  });
}

function flatten(value: object, prefix = ''): ReadonlyMap<string, Json> {
  const leaves = new Map<string, Json>();
  for (const [name, part] of Object.entries(value)) {
    const path = `${prefix}${name}`;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) leaves.set(path, part as Json);
    else for (const [inner, leaf] of flatten(part, `${path}.`)) leaves.set(inner, leaf);
  }
  return leaves;
}
