import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

let advice: string | null = null;

function apt(...args: string[]): boolean {
  const { status } = spawnSync('apt-get', args, {
    // Standard output belongs to the caller's JSON.
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/**
 * Installs both browsers by the ordinary means of the system where this process may, at most once per process.
 * Gives one sentence on what to do by hand, for when the browser is still missing afterwards.
 */
export function installBrowsers(): string {
  advice ??= install();
  return advice;
}

function install(): string {
  const hasApt = process.platform === 'linux' && existsSync('/usr/bin/apt-get');
  if (hasApt && process.getuid?.() === 0) {
    process.stderr.write('No browser found: installing chromium and firefox-esr with apt-get.\n');
    apt('update', '-q');
    // Two calls: Ubuntu has no firefox-esr, and one unknown name would stop the other.
    apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
    apt('install', '-y', '-q', '--no-install-recommends', 'firefox-esr');
  }
  if (hasApt) return 'Install them with: sudo apt-get install chromium firefox-esr.';
  if (existsSync('/usr/bin/dnf')) return 'Install them with: sudo dnf install chromium firefox.';
  if (existsSync('/usr/bin/pacman')) return 'Install them with: sudo pacman -S chromium firefox.';
  if (process.platform === 'darwin') return 'Install them with: brew install --cask chromium firefox.';
  if (process.platform === 'win32') return 'Install them with: winget install Google.Chrome Mozilla.Firefox.';
  return 'Install Chromium and Firefox with the package manager of this system.';
}
