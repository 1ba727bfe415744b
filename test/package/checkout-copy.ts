import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Folder {
  readonly path: string;
  remove(): void;
}

export function emptyFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'companion-package-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The checkout's files as they are now, elsewhere on the disk, with the same packages installed. */
export function copyCheckout(): Folder {
  const folder = emptyFolder();
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const file of files.toString().split('\0')) {
    // No times are kept: whatever depends on one shows.
    if (file !== '' && existsSync(join(root, file))) cpSync(join(root, file), join(folder.path, file));
  }
  linkPackages(folder);
  return folder;
}

/** Gives a folder the packages of this checkout. */
export function linkPackages(folder: Folder): void {
  symlinkSync(join(root, 'node_modules'), join(folder.path, 'node_modules'));
}
