import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './import-graph.ts';

/** What belongs to one machine and not to a repository. Spelled so that this file does not match itself. */
const foreign: readonly RegExp[] = [
  new RegExp(`(?<![\\w.:/])/(home|${'ro'}ot|${'wo'}rk)/[\\w.-]+`),
  new RegExp(`[A-Z]:\\\\${'Us'}ers\\\\`),
];

/** The lock file names packages by version and checksum, never by the host they once came from. */
const lockedFrom = /"resolved": "([^"]+)"/;

function trackedFiles(): readonly string[] {
  const output = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  return output
    .toString()
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)));
}

const isText = (path: string): boolean => !/\.(png|jpe?g|gif|ico|woff2?|zip)$/.test(path);

it('names no folder of a single machine', () => {
  const found = trackedFiles()
    .filter(isText)
    .flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .flatMap((line, index) => (foreign.some((pattern) => pattern.test(line)) ? [`${path}:${index + 1}`] : [])),
    );
  expect(found).toEqual([]);
});

it('locks packages without naming a registry', () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  expect(lockedFrom.exec(lock)?.[1]).toBeUndefined();
});
