/** Takes the escaped document inside one element out of a stream, so that it never lies in memory as a whole. */
export interface ContentCutter {
  /** A piece of the outer document; gives it without what stands inside the element. */
  filter(piece: string): string;
}

type Place = 'outside' | 'text' | 'cdata';

/** How far a piece could be understood: what of it stays in the outer document, how much is used up, and where that leads. */
interface Progress {
  readonly outer: string;
  readonly used: number;
  readonly next: Place;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const cdataStart = '<![CDATA[';
const cdataEnd = ']]>';
// Nothing legal that may be cut by the end of a piece is longer: a tag with its attributes, a reference.
const longestTag = 1000;
const longestReference = 12;
const reference = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g;

/**
 * `<Content>` of a background report holds a whole document as text (nmbrs-api.md §2.16), escaped or as CDATA. What it
 * says is handed to `onText` decoded, in pieces; the outer document keeps an empty element.
 */
export function createContentCutter(element: string, onText: (text: string) => void): ContentCutter {
  const opening = new RegExp(`<(?:[\\w.-]+:)?${element}(?:\\s[^<>]*)?(?<!/)>`);
  let place: Place = 'outside';
  let rest = '';

  function outside(): Progress {
    const match = opening.exec(rest);
    if (match) {
      const used = match.index + match[0].length;
      return { outer: rest.slice(0, used), used, next: 'text' };
    }
    const open = rest.lastIndexOf('<');
    const isCut = open >= 0 && !rest.includes('>', open) && rest.length - open < longestTag;
    const used = isCut ? open : rest.length;
    return { outer: rest.slice(0, used), used, next: 'outside' };
  }

  function text(): Progress {
    const tag = rest.indexOf('<');
    if (tag < 0) {
      const reference = rest.lastIndexOf('&');
      const isCut = reference >= 0 && !rest.includes(';', reference) && rest.length - reference < longestReference;
      const used = isCut ? reference : rest.length;
      onText(decode(rest.slice(0, used)));
      return { outer: '', used, next: 'text' };
    }
    onText(decode(rest.slice(0, tag)));
    if (rest.startsWith(cdataStart, tag)) return { outer: '', used: tag + cdataStart.length, next: 'cdata' };
    const mayBecomeCdata = cdataStart.startsWith(rest.slice(tag));
    return { outer: '', used: tag, next: mayBecomeCdata ? 'text' : 'outside' };
  }

  function cdata(): Progress {
    const end = rest.indexOf(cdataEnd);
    const used = end >= 0 ? end : Math.max(0, rest.length - cdataEnd.length + 1);
    onText(rest.slice(0, used));
    return end >= 0 ? { outer: '', used: end + cdataEnd.length, next: 'text' } : { outer: '', used, next: 'cdata' };
  }

  const readers: Readonly<Record<Place, () => Progress>> = { outside, text, cdata };

  return {
    filter(piece) {
      rest += piece;
      let outer = '';
      for (;;) {
        const { outer: passed, used, next } = readers[place]();
        const isStuck = next === place;
        outer += passed;
        rest = rest.slice(used);
        place = next;
        if (isStuck) return outer;
      }
    },
  };
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  // Numbers may stand for an ampersand, which must not begin another reference: then each is decoded in its place.
  if (text.includes('&#')) return text.replace(reference, decodeOne);
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function decodeOne(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return named[name] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
