import { isLabel } from '../labels/label.ts';
import type { PageIndex } from '../page/page-index.ts';
import type { Root } from '../page/roots.ts';
import { tidy } from '../page/text.ts';

const mostLines = 1500;
const silent = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg']);
const methodName = /^[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+$/;

/**
 * The build of a page as text, for a page that is not recognised: tags, what they are for, and words that are labels of
 * Nmbrs. Every other text is given by its length only, so no name, address or token is in it.
 */
export function describeStructure(index: PageIndex, ignore: Element | null): string {
  const lines: string[] = [];
  const visit = (element: Element, depth: number): void => {
    if (lines.length >= mostLines || element === ignore || silent.has(element.localName)) return;
    const notes = ['type', 'role'].map((name) => element.getAttribute(name)).filter((value) => value !== null);
    const own = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.nodeValue ?? '')
      .join(' ');
    lines.push(
      [`${' '.repeat(depth)}${element.localName}`, ...notes, word(own)].filter((part) => part !== '').join(' '),
    );
    for (const child of element.children) visit(child, depth + 1);
  };
  for (const root of index.roots) {
    lines.push(nameOf(root));
    for (const child of root.children) visit(child, 1);
  }
  return lines.join('\n');
}

function nameOf(root: Root): string {
  return root.nodeType === Node.DOCUMENT_NODE ? '#page' : '#shadow';
}

function word(text: string): string {
  const plain = tidy(text);
  if (plain === '') return '';
  return isLabel(plain) || methodName.test(plain) ? `"${plain}"` : `[${plain.length}]`;
}
