import { homedir } from 'node:os';
import { join } from 'node:path';

const folder = 'nmbrs-javelo-companion';

/** Where programs keep what they need from one call to the next: XDG on Linux, the system's own places elsewhere. */
export function defaultStateFolder(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string = homedir(),
): string {
  switch (platform) {
    case 'win32':
      return join(environment.LOCALAPPDATA || join(home, 'AppData', 'Local'), folder);
    case 'darwin':
      return join(home, 'Library', 'Application Support', folder);
    default:
      return join(environment.XDG_STATE_HOME || join(home, '.local', 'state'), folder);
  }
}
