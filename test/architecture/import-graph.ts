import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** The importing file, from the project's root. */
  readonly from: string;
  /** The imported file from the project's root, or the name of a package. */
  readonly to: string;
  readonly external: boolean;
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

/** The product's own source files, from the project's root. */
export function sourceFiles(): readonly string[] {
  return globSync(['entrypoints/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'utils/**/*.{ts,tsx}'], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function edge(from: string, specifier: string, typeOnly: boolean): Import {
  if (!specifier.startsWith('.')) return { from, to: packageOf(specifier), external: true, typeOnly };
  const to = relative(root, resolve(root, dirname(from), specifier)).replaceAll('\\', '/');
  return { from, to, external: false, typeOnly };
}

/** Every import and re-export of one file, read by a parser. */
function importsOf(path: string): readonly Import[] {
  const text = readFileSync(join(root, path), 'utf8');
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports = module.staticImports.map((statement) =>
    // `import './x'` has no entries and runs it.
    edge(path, statement.moduleRequest.value, statement.entries.length > 0 && statement.entries.every((e) => e.isType)),
  );
  const exports = module.staticExports.flatMap((statement) =>
    statement.entries.flatMap((entry) =>
      entry.moduleRequest === null ? [] : [edge(path, entry.moduleRequest.value, entry.isType)],
    ),
  );
  const dynamic = module.dynamicImports.map((call) => {
    const argument = text.slice(call.moduleRequest.start, call.moduleRequest.end);
    const literal = /^(['"])(.*)\1$/.exec(argument);
    if (!literal?.[2]) throw new Error(`${path} imports what only its run time knows: ${argument}`);
    return edge(path, literal[2], false);
  });
  return [...imports, ...exports, ...dynamic];
}

export function importGraph(): readonly Import[] {
  return sourceFiles().flatMap(importsOf);
}

/** The first cycle found, as a list of files; null where there is none. */
export function findCycle(graph: readonly Import[]): readonly string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to, external } of graph) if (!external) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): readonly string[] | null => {
    const at = trail.indexOf(file);
    if (at >= 0) return [...trail.slice(at), file];
    if (done.has(file)) return null;
    for (const to of next.get(file) ?? []) {
      const cycle = walk(to, [...trail, file]);
      if (cycle !== null) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = walk(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
