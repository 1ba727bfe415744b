import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';

const languageOf = (file: string): string | undefined => /(?:^|\/)(en|nl|fr)-[\w-]+\.js$/.exec(file)?.[1];

/** The built files a script imports, now or later, and the style sheets it asks for, from the extension's root. */
function mentionedIn(folder: string, file: string): readonly string[] {
  const text = readFileSync(join(folder, file), 'utf8');
  const { module } = parseSync(file, text);
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) =>
      text.slice(moduleRequest.start, moduleRequest.end).replace(/^[`'"]|[`'"]$/g, ''),
    ),
  ];
  const scripts = specifiers.map((specifier) => posix.join(posix.dirname(file), specifier));
  const styles = [...text.matchAll(/["'`]\/?(assets\/[\w-]+\.css)["'`]/g)].map(([, style]) => String(style));
  return [...scripts, ...styles];
}

/** All that a page of the built extension can come to load in one language: scripts, later bundles, style sheets. */
export function filesOfPage(folder: string, page: string, language: string): readonly string[] {
  const html = readFileSync(join(folder, page), 'utf8');
  const waiting = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => String(file));
  const found = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const spoken = languageOf(file);
    if (found.has(file) || (spoken !== undefined && spoken !== language)) continue;
    found.add(file);
    if (file.endsWith('.js')) waiting.push(...mentionedIn(folder, file));
  }
  return [...found].sort();
}
