import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, sourceFiles } from './import-graph.ts';

const product = sourceFiles()
  .filter((path) => /^(entrypoints|components|utils)\//.test(path) && !path.startsWith('utils/headless/'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const filesWith = (pattern: RegExp): readonly string[] =>
  product.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

it('looks at the whole product', () => {
  expect(product.length).toBeGreaterThan(200);
});

it('listens to no other extension', () => {
  expect(filesWith(/on(Message|Connect)External/)).toEqual([]);
});

it('listens to nothing that a page can send: neither window messages nor events of its own making', () => {
  expect(filesWith(/addEventListener\(\s*['"]message['"]|onmessage\s*=|new BroadcastChannel/)).toEqual([]);
});

it('runs no code that came as text, and builds no page from text', () => {
  expect(
    filesWith(/\beval\(|new Function\(|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|dangerouslySetInnerHTML/),
  ).toEqual([]);
});

it('writes to the console only the kind of an error, never its words', () => {
  const calls = product.flatMap(({ path, text }) =>
    [...text.matchAll(/console\.\w+\(([^\n]*)/g)].map(([, args = '']) => ({ path, args })),
  );
  const telling = calls.filter(
    ({ args }) =>
      !/^(?:'[^']*'|`[^`]*`)(, (nameOf\(error\)|error instanceof Error \? error\.name : typeof error))?\)/.test(args),
  );
  expect(telling).toEqual([]);
});
