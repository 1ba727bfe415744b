import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, sourceFiles } from './import-graph.ts';

// Session storage holds tokens, and only this call would let content scripts read it (models.md d, "storage.session").
it('never opens session storage to content scripts', () => {
  const opening = sourceFiles().filter((path) => readFileSync(join(root, path), 'utf8').includes('setAccessLevel'));
  expect(opening).toEqual([]);
});
