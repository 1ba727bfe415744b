import { describe, expect, it } from 'vitest';
import { findCycle, type Import, importGraph, sourceFiles } from './import-graph.ts';
import { layerOf, rules, sharedWords } from './layers.ts';

const graph = importGraph();

/** What is wrong with one import; null where nothing is. */
function judge({ from, to, external, typeOnly }: Import): string | null {
  const layer = layerOf(from);
  if (layer === null) return `${from} belongs to no layer`;
  const rule = rules[layer];
  if (external) {
    const name = to.startsWith('node:') ? 'node' : to;
    return rule.packages.includes(name) ? null : `${from} (${layer}) may not import the package ${to}`;
  }
  const target = layerOf(to);
  if (target === null) return `${from} imports ${to}, which belongs to no layer`;
  if (target === layer || rule.values.includes(target)) return null;
  if (rule.types.includes(target) && (typeOnly || sharedWords.has(to))) return null;
  return `${from} (${layer}) may not import ${typeOnly ? 'types' : 'values'} of ${to} (${target})`;
}

describe('who may import whom (design.md)', () => {
  it('finds the sources', () => {
    expect(sourceFiles()).toContain('utils/core/person.ts');
    expect(graph).toContainEqual(
      expect.objectContaining({ from: 'utils/ports/source.ts', to: 'utils/core/person.ts' }),
    );
  });

  it('holds for every import', () => {
    expect(graph.map(judge).filter((fault) => fault !== null)).toEqual([]);
  });

  it('has no cycle, not even of types alone', () => {
    expect(findCycle(graph)).toBeNull();
  });

  it('lets the words of the core bring nothing else into a page', () => {
    const brought = graph.filter(
      ({ from, to, typeOnly }) => sharedWords.has(from) && !typeOnly && !sharedWords.has(to),
    );
    expect(brought).toEqual([]);
  });

  it.each([
    ['webextension-polyfill', 'utils/platform/browser.ts'],
    ['zod', 'utils/zod.ts'],
  ])('imports %s in one file only', (name, home) => {
    expect([...new Set(graph.filter(({ to }) => to === name).map(({ from }) => from))]).toEqual([home]);
  });
});

describe('the judge itself', () => {
  const value = { external: false, typeOnly: false };

  it.each([
    { ...value, from: 'utils/core/a.ts', to: 'utils/ports/clock.ts' },
    { ...value, from: 'utils/core/a.ts', to: 'zod', external: true },
    { ...value, from: 'utils/ports/a.ts', to: 'utils/core/mapping.ts' },
    { ...value, from: 'utils/engine/a.ts', to: 'utils/connectors/scim/client.ts' },
    { ...value, from: 'utils/connectors/nmbrs/a.ts', to: 'utils/connectors/scim/client.ts' },
    { ...value, from: 'entrypoints/popup/main.tsx', to: 'utils/engine/engine.ts' },
    { ...value, from: 'entrypoints/popup/main.tsx', to: 'utils/storage/journal.ts', typeOnly: true },
    { ...value, from: 'entrypoints/nmbrs.content/index.ts', to: 'utils/connectors/nmbrs/source.ts' },
    { ...value, from: 'entrypoints/background/index.ts', to: 'components/button.tsx' },
    { ...value, from: 'entrypoints/background/compose.ts', to: 'utils/storage/sqlite/sqlite-journal.ts' },
    { ...value, from: 'utils/storage/journal.ts', to: 'utils/storage/sqlite/sqlite-journal.ts' },
    { ...value, from: 'components/button.tsx', to: 'utils/core/mapping.ts' },
    { ...value, from: 'utils/anywhere-else.ts', to: 'utils/core/person.ts' },
  ])('refuses $from → $to', (forbidden) => {
    expect(judge(forbidden)).not.toBeNull();
  });

  it('sees a cycle', () => {
    const ring = [
      { ...value, from: 'a', to: 'b' },
      { ...value, from: 'b', to: 'c' },
      { ...value, from: 'c', to: 'a' },
    ];
    expect(findCycle(ring)).toEqual(['a', 'b', 'c', 'a']);
  });
});
