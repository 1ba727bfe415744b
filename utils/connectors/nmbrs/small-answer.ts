import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { FaultText } from './faults.ts';
import { localName, XmlProblem } from './xml-stream.ts';

/** A small answer: what stands inside the response element. Read it with `leafText` and `hasElement`. */
export type AnswerTree = unknown;

export type SmallAnswer =
  | { readonly kind: 'response'; readonly tree: AnswerTree }
  | { readonly kind: 'fault'; readonly fault: FaultText };

// The settings of models.md (e): nothing is guessed to be a number or a date.
const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreAttributes: false,
  htmlEntities: true,
});

/**
 * Reads a whole small document: the answer to `responseName`, or a fault of either dialect.
 * Validated before it is parsed, since the parser alone accepts documents that break off. Throws XmlProblem.
 */
export function readSmallAnswer(text: string, responseName: string): SmallAnswer {
  const head = withoutMisc(text);
  if (head === '') throw new XmlProblem('truncated', 'empty');
  if (!head.startsWith('<') || /^<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    throw new XmlProblem('not-xml', 'page');
  if (/<!DOCTYPE/i.test(head)) throw new XmlProblem('invalid', 'DOCTYPE');
  const root = /^<([\w.:-]+)[^>]*>/.exec(head)?.[1];
  if (root === undefined) throw new XmlProblem('truncated', 'no root');
  if (localName(root) !== 'Envelope') throw new XmlProblem('invalid', `root ${root.slice(0, 60)}`);
  if (!/<\/(?:[\w.-]+:)?Envelope\s*>\s*$/.test(head)) throw new XmlProblem('truncated', 'unclosed');
  const verdict = XMLValidator.validate(head);
  if (verdict !== true) throw new XmlProblem('invalid', verdict.err.code);
  const body = child(child(parse(head), 'Envelope'), 'Body');
  const fault = child(body, 'Fault');
  if (fault !== undefined) {
    return {
      kind: 'fault',
      fault: {
        faultCode: leafText(fault, 'faultcode') ?? leafText(fault, 'Value') ?? '',
        text: leafText(fault, 'faultstring') ?? leafText(fault, 'Text') ?? '',
      },
    };
  }
  const tree = child(body, responseName);
  if (tree === undefined) throw new XmlProblem('invalid', `no ${responseName}`);
  return { kind: 'response', tree };
}

const misc = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const;

/** The document without what XML 1.0 §2.8 lets stand before and behind the root: the declaration, comments, instructions. */
function withoutMisc(text: string): string {
  let rest = text.trim();
  for (;;) {
    const [open, close] = misc.find(([each]) => rest.startsWith(each)) ?? [];
    const end = open === undefined ? -1 : rest.indexOf(close ?? '', open.length);
    if (end < 0) break;
    rest = rest.slice(end + (close ?? '').length).trimStart();
  }
  for (;;) {
    // From behind, so that many comments are no more work than one.
    const [open] = misc.find(([, each]) => rest.endsWith(each)) ?? [];
    const start = open === undefined ? -1 : rest.lastIndexOf(open);
    if (start < 0) return rest;
    rest = rest.slice(0, start).trimEnd();
  }
}

/** The text of the first element of this name, however deep it lies: wrappers differ between versions (nmbrs-api.md §2.3, §2.10). */
export function leafText(tree: AnswerTree, name: string): string | null {
  if (Array.isArray(tree)) return firstOf(tree, name);
  if (!isNode(tree)) return null;
  const own = tree[name];
  if (own !== undefined) return textOf(Array.isArray(own) ? own[0] : own);
  return firstOf(Object.values(tree), name);
}

function firstOf(trees: readonly unknown[], name: string): string | null {
  for (const tree of trees) {
    const found = leafText(tree, name);
    if (found !== null) return found;
  }
  return null;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isNode(value) && typeof value['#text'] === 'string') return value['#text'];
  return '';
}

function child(tree: unknown, name: string): unknown {
  return isNode(tree) ? tree[name] : undefined;
}

function parse(text: string): unknown {
  try {
    return parser.parse(text);
  } catch {
    throw new XmlProblem('invalid', 'unreadable');
  }
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
