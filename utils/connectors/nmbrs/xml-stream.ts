import { SaxesParser } from 'saxes';
import type { FaultText } from './faults.ts';

/** Receives the elements inside an operation's response, under their local names, as they end. */
export interface ElementSink {
  open(name: string): void;
  /** An element without child elements; nil, empty and `<x/>` all give ''. */
  leaf(name: string, text: string): void;
  close(name: string): void;
}

/** Why a document is not the answer: `not-xml` is what proxies and maintenance pages send. */
export class XmlProblem extends Error {
  readonly kind: 'not-xml' | 'truncated' | 'invalid';

  constructor(kind: XmlProblem['kind'], detail: string) {
    super(detail);
    this.name = 'XmlProblem';
    this.kind = kind;
  }
}

export interface XmlLimits {
  readonly depth: number;
  /** Longest text, tag or comment, in characters. */
  readonly nodeChars: number;
  readonly elements: number;
}

// Real answers are 9 deep, and a hundred thousand people with long histories stay below the number of elements.
export const defaultLimits: XmlLimits = { depth: 32, nodeChars: 1_000_000, elements: 30_000_000 };

export interface SoapReader {
  /** Throws XmlProblem. */
  write(piece: string): void;
  /** To be called after the last piece: throws XmlProblem `truncated` unless the document was whole. Gives the fault, if it was one. */
  end(): FaultText | null;
}

/**
 * Reads a SOAP answer of either dialect while it arrives and hands on what stands inside `responseName`.
 * Nothing that the sink has seen may be used before `end` returned null: only then was the document whole.
 * Refuses DOCTYPE (so no entity is ever declared), other roots and other responses.
 */
export function createSoapReader(
  responseName: string,
  sink: ElementSink,
  limits: XmlLimits = defaultLimits,
): SoapReader {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const faultTexts = new Map<string, string>();
  let depth = 0;
  let elements = 0;
  let text = '';
  let isLeaf = false;
  let dirty = false;
  let begun = false;
  let quietChars = 0;
  let inside: 'frame' | 'response' | 'fault' = 'frame';
  let answered: 'no' | 'response' | 'fault' = 'no';

  function openFrame(name: string): void {
    if (depth === 1 && name !== 'Envelope') {
      throw new XmlProblem(/^(html|head|body)$/i.test(name) ? 'not-xml' : 'invalid', `root ${name.slice(0, 60)}`);
    }
    if (depth !== 3) return;
    if (name === responseName) inside = answered = 'response';
    else if (name === 'Fault') inside = answered = 'fault';
  }

  parser.on('opentag', (tag) => {
    quietChars = 0;
    depth += 1;
    elements += 1;
    text = '';
    isLeaf = true;
    if (depth > limits.depth) throw new XmlProblem('invalid', 'too deep');
    if (elements > limits.elements) throw new XmlProblem('invalid', 'too many elements');
    const name = localName(tag.name);
    if (inside === 'response') sink.open(name);
    else if (inside === 'frame') openFrame(name);
  });
  parser.on('closetag', (tag) => {
    quietChars = 0;
    const name = localName(tag.name);
    if (depth === 3) inside = 'frame';
    if (inside === 'response') {
      if (isLeaf) sink.leaf(name, dirty ? scrub(text) : text);
      else sink.close(name);
    } else if (inside === 'fault' && isLeaf && !faultTexts.has(name)) faultTexts.set(name, text);
    depth -= 1;
    isLeaf = false;
    dirty = false;
    text = '';
  });
  const onText = (part: string): void => {
    quietChars = 0;
    text = text === '' ? part : text + part;
    if (text.length > limits.nodeChars) throw new XmlProblem('invalid', 'text too long');
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('doctype', (doctype) => {
    throw new XmlProblem(/^\s*html\b/i.test(doctype) ? 'not-xml' : 'invalid', 'DOCTYPE');
  });
  parser.on('error', (error) => {
    // .NET writes control characters of names as references that XML forbids; one odd name must not stop everybody.
    if (/malformed character entity|disallowed character\.$/.test(error.message)) dirty = true;
    else throw new XmlProblem('invalid', error.message.slice(0, 120));
  });

  return {
    write(piece) {
      if (!begun) {
        const head = piece.trimStart();
        if (head === '') return;
        if (!head.startsWith('<')) throw new XmlProblem('not-xml', 'text');
        begun = true;
        parser.write(head);
      } else parser.write(piece);
      quietChars += piece.length;
      // Several events may lie inside one piece, and then this is 0 plus the piece: an upper bound that is good enough.
      if (quietChars > limits.nodeChars + piece.length) throw new XmlProblem('invalid', 'text too long');
    },
    end() {
      if (depth > 0 || !begun) throw new XmlProblem('truncated', begun ? 'unclosed' : 'empty');
      try {
        parser.close();
      } catch (error) {
        throw error instanceof XmlProblem ? new XmlProblem('truncated', error.message) : error;
      }
      if (answered === 'no') throw new XmlProblem('invalid', `no ${responseName}`);
      return answered === 'fault' ? readFault(faultTexts) : null;
    },
  };
}

function readFault(texts: ReadonlyMap<string, string>): FaultText {
  return {
    faultCode: texts.get('faultcode') ?? texts.get('Value') ?? '',
    text: texts.get('faultstring') ?? texts.get('Text') ?? '',
  };
}

/** The name without its prefix; any prefix is accepted, as the callers of Nmbrs in the field use many (nmbrs-api.md §2.1). */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Drops forbidden characters, and references to them as saxes leaves them behind. */
function scrub(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids
  return text.replace(/&#x?[0-9a-f]+;|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gi, '');
}
