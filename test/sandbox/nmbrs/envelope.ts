import { SaxesParser } from 'saxes';

/** The two dialects of SOAP, told apart by the envelope's namespace alone (nmbrs-api.md §8.1). */
export const dialects = {
  '1.1': { envelope: 'http://schemas.xmlsoap.org/soap/envelope/', contentType: 'text/xml; charset=utf-8' },
  '1.2': { envelope: 'http://www.w3.org/2003/05/soap-envelope', contentType: 'application/soap+xml; charset=utf-8' },
} as const;

export type Dialect = keyof typeof dialects;

export interface Element {
  readonly local: string;
  readonly namespace: string;
  readonly children: Element[];
  text: string;
}

export interface Envelope {
  readonly dialect: Dialect;
  readonly headers: readonly Element[];
  /** The one element of the body, which names the operation. */
  readonly operation: Element | undefined;
}

const parseTree = (xml: string): Element | undefined => {
  const parser = new SaxesParser({ xmlns: true });
  const stack: Element[] = [];
  let root: Element | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('For security reasons DTD is prohibited in this XML document.');
  });
  parser.on('opentag', ({ local, uri }) => {
    const element: Element = { local, namespace: uri, children: [], text: '' };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  const addText = (text: string): void => {
    const element = stack.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(xml.replace(/^\uFEFF/, '').trimStart()).close();
  return root;
};

/** Reads a request by local names and namespaces, whatever its prefixes; throws on what is not XML, gives undefined for XML that is no envelope. */
export const parseEnvelope = (xml: string): Envelope | undefined => {
  const root = parseTree(xml);
  if (root?.local !== 'Envelope') return undefined;
  const dialect = (Object.keys(dialects) as Dialect[]).find((key) => dialects[key].envelope === root.namespace);
  if (!dialect) return undefined;
  const part = (local: string): readonly Element[] =>
    root.children.find((child) => child.local === local && child.namespace === root.namespace)?.children ?? [];
  return { dialect, headers: part('Header'), operation: part('Body')[0] };
};

export const childText = (element: Element, local: string): string | undefined =>
  element.children.find((child) => child.local === local && child.namespace === element.namespace)?.text.trim();
