import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import english from '../../utils/i18n/bundles/en.ts';
import popup from '../../utils/i18n/bundles/popup/en.ts';
import { importGraph, root } from './import-graph.ts';

/** All files that end up in the popup. */
function popupFiles(): readonly string[] {
  const graph = importGraph().filter(({ external, typeOnly }) => !external && !typeOnly);
  const found = new Set(['entrypoints/popup/main.tsx']);
  for (const file of found) for (const { from, to } of graph) if (from === file) found.add(to);
  return [...found].filter((file) => /\.tsx?$/.test(file));
}

it('the popup has every text that its files may say', () => {
  const all = Object.keys(english);
  const missing = popupFiles().flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    // A key made of a code is named by its beginning: t(`run.${state}`).
    const named = [...text.matchAll(/\bt\(\s*(?:[^'`()]*\?\s*)?['`]([\w.-]+?)(\$\{|['`])/g)];
    const others = [...text.matchAll(/\? '([\w-]+\.[\w.-]+)' : '([\w-]+\.[\w.-]+)'/g)].flatMap(([, a, b]) => [a, b]);
    const keys = named.flatMap(([, key = '', end]) =>
      end === '${' ? all.filter((each) => each.startsWith(key)) : [key],
    );
    return [...keys, ...others].filter((key) => key !== undefined && all.includes(key) && !Object.hasOwn(popup, key));
  });
  expect(missing).toEqual([]);
  expect(popupFiles().length).toBeGreaterThan(20);
});
