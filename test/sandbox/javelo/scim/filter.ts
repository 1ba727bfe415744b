import { ScimError } from './scim-error.ts';

export const COMPARISONS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof COMPARISONS)[number];
export type Literal = string | number | boolean | null;

/** RFC 7644 §3.4.2.2. Paths are as written; what they mean is decided where the filter is applied. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly inner: Filter }
  | { readonly kind: 'present'; readonly path: string }
  | { readonly kind: 'compare'; readonly path: string; readonly comparison: Comparison; readonly value: Literal }
  | { readonly kind: 'valuePath'; readonly path: string; readonly inner: Filter };

/** `lenient` also takes `userName eq john@x.com` as Javelo's public client writes it (javelo-scim.md §2.2). */
export type Quoting = 'lenient' | 'strict';

export interface PatchPath {
  readonly path: string;
  readonly filter: Filter | null;
  readonly sub: string | null;
}

const PATH = /[A-Za-z][A-Za-z0-9_:.$-]*/y;
const SUB = /\.(\$?[A-Za-z][A-Za-z0-9_$-]*)/y;
const QUOTED = /"(?:[^"\\]|\\.)*"/y;
const BARE = /[^\s()[\]"]+/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

class FilterReader {
  private readonly source: string;
  private readonly quoting: Quoting;
  private at = 0;

  constructor(source: string, quoting: Quoting) {
    this.source = source;
    this.quoting = quoting;
  }

  fail(): ScimError {
    return new ScimError(400, `The filter is not valid near position ${this.at + 1}.`, 'invalidFilter');
  }

  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match !== null) this.at += match[0].length;
    return match;
  }

  takeText(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  space(): boolean {
    return this.take(/\s+/y) !== null;
  }

  /** A word of the grammar, followed by the end, a space or a parenthesis. */
  word(word: string): boolean {
    return this.take(new RegExp(`${word}(?=[\\s()\\]]|$)`, 'iy')) !== null;
  }

  end(): void {
    this.space();
    if (this.at < this.source.length) throw this.fail();
  }

  or(): Filter {
    let left = this.and();
    for (;;) {
      const start = this.at;
      if (!this.space() || !this.word('or')) {
        this.at = start;
        return left;
      }
      this.space();
      left = { kind: 'or', left, right: this.and() };
    }
  }

  private and(): Filter {
    let left = this.term();
    for (;;) {
      const start = this.at;
      if (!this.space() || !this.word('and')) {
        this.at = start;
        return left;
      }
      this.space();
      left = { kind: 'and', left, right: this.term() };
    }
  }

  private term(): Filter {
    this.space();
    if (this.take(/not\s*(?=\()/iy) !== null) return { kind: 'not', inner: this.parenthesis() };
    if (this.source[this.at] === '(') return this.parenthesis();
    return this.expression();
  }

  private parenthesis(): Filter {
    this.takeText('(');
    const inner = this.or();
    this.space();
    if (!this.takeText(')')) throw this.fail();
    return inner;
  }

  path(): string {
    const match = this.take(PATH);
    if (match === null) throw this.fail();
    return match[0];
  }

  /** What stands between brackets; the opening one is taken already. */
  bracket(): Filter {
    const inner = this.or();
    this.space();
    if (!this.takeText(']')) throw this.fail();
    return inner;
  }

  private expression(): Filter {
    const path = this.path();
    if (!this.takeText('[')) return this.comparison(path);
    const inner = this.bracket();
    const sub = this.take(SUB)?.[1];
    // Entra writes `emails[type eq "work"].value eq "x"`: one and the same element fits both.
    return {
      kind: 'valuePath',
      path,
      inner: sub === undefined ? inner : { kind: 'and', left: inner, right: this.comparison(sub) },
    };
  }

  private comparison(path: string): Filter {
    if (!this.space()) throw this.fail();
    if (this.word('pr')) return { kind: 'present', path };
    const comparison = COMPARISONS.find((candidate) => this.word(candidate));
    if (comparison === undefined || !this.space()) throw this.fail();
    return { kind: 'compare', path, comparison, value: this.literal() };
  }

  private literal(): Literal {
    const quoted = this.take(QUOTED);
    if (quoted !== null) return this.unescape(quoted[0]);
    const start = this.at;
    const bare = this.take(BARE)?.[0];
    if (bare === undefined) throw this.fail();
    const word = this.quoting === 'lenient' ? bare.toLowerCase() : bare;
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (this.quoting === 'lenient') return bare;
    if (NUMBER.test(bare)) return Number(bare);
    this.at = start;
    throw this.fail();
  }

  /** Strings are JSON strings (RFC 7644 §3.4.2.2). */
  private unescape(quoted: string): string {
    try {
      return String(JSON.parse(quoted));
    } catch {
      throw this.fail();
    }
  }

  sub(): string | null {
    return this.take(SUB)?.[1] ?? null;
  }
}

/** Takes a filter; gives its tree. Throws 400 invalidFilter. */
export function parseFilter(source: string, quoting: Quoting): Filter {
  const reader = new FilterReader(source, quoting);
  const filter = reader.or();
  reader.end();
  return filter;
}

/** Takes a PATCH path, `attrPath` or `attrPath[filter][.sub]` (RFC 7644 §3.5.2, figure 7). Throws 400 invalidPath. */
export function parsePatchPath(source: string, quoting: Quoting): PatchPath {
  try {
    const reader = new FilterReader(source.trim(), quoting);
    const path = reader.path();
    if (!reader.takeText('[')) {
      reader.end();
      return { path, filter: null, sub: null };
    }
    const filter = reader.bracket();
    const sub = reader.sub();
    reader.end();
    return { path, filter, sub };
  } catch (error) {
    if (error instanceof ScimError) throw new ScimError(400, `The path "${source}" is not valid.`, 'invalidPath');
    throw error;
  }
}
