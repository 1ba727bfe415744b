import type { FilterQuoting } from './profile.ts';

/**
 * `path eq value`. Quoted: the value is a JSON string with its escapes (RFC 7644 §3.4.2.2). Unquoted, as Javelo's public
 * client writes it (javelo-scim.md §2.2): only for values that read as one word; others are quoted all the same.
 */
export function equalsFilter(path: string, value: string, quoting: FilterQuoting): string {
  const bare = quoting === 'unquoted' && canBeBare(value);
  return `${path} eq ${bare ? value : JSON.stringify(value)}`;
}

/** A word that no reader of filters can take for a literal of another kind or for syntax. */
export function canBeBare(value: string): boolean {
  return /^[^\s"\\()[\]]+$/.test(value) && !/^(?:true|false|null)$/i.test(value);
}
