import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, sourceFiles } from './import-graph.ts';

const limit = 300;

/** May only shrink. */
const exceptions: readonly string[] = [];

it(`has no source file over ${limit} lines`, () => {
  const long = sourceFiles().filter((path) => readFileSync(join(root, path), 'utf8').split('\n').length - 1 > limit);
  expect(long).toEqual(exceptions);
});
