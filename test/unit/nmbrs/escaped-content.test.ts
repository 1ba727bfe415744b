import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContentCutter } from '../../../utils/connectors/nmbrs/managers/escaped-content.ts';

function cut(pieces: readonly string[]): { outer: string; inner: string } {
  let inner = '';
  const cutter = createContentCutter('Content', (text) => {
    inner += text;
  });
  return { outer: pieces.map(cutter.filter).join(''), inner };
}

/** A text cut into pieces at these places. */
function cutAt(text: string, places: readonly number[]): string[] {
  const at = [0, ...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
  return at.slice(1).map((end, index) => text.slice(at[index], end));
}

const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/é/g, '&#xE9;')
    .replace(/ñ/g, '&#241;');

const inner = '<?xml version="1.0" encoding="utf-16"?><R><N>Zoé &amp; Niño “x”</N></R>';
const around = (content: string): string => `<a:Status>Success</a:Status><a:Content x="1">${content}</a:Content><a:Z/>`;
const left = around('');

describe('createContentCutter', () => {
  it.each([
    ['escaped', around(escaped(inner))],
    ['as CDATA', around(`<![CDATA[${inner}]]>`)],
    ['as CDATA in two parts', around(`<![CDATA[${inner.slice(0, 20)}]]><![CDATA[${inner.slice(20)}]]>`)],
    ['partly escaped, partly CDATA', around(`${escaped(inner.slice(0, 30))}<![CDATA[${inner.slice(30)}]]>`)],
  ])('takes out a document that is %s, wherever the pieces are cut', (_name, document) => {
    expect(cut([document])).toEqual({ outer: left, inner });
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 40 }), (places) => {
        expect(cut(cutAt(document, places))).toEqual({ outer: left, inner });
      }),
      { numRuns: 300 },
    );
    expect(cut(document.split(''))).toEqual({ outer: left, inner });
  });

  it('leaves alone what has no such element, or an empty one', () => {
    for (const document of ['<a><Contents>&lt;x/&gt;</Contents></a>', '<a><Content/></a>', '<a><Content x="1" /></a>'])
      expect(cut(document.split(''))).toEqual({ outer: document, inner: '' });
  });

  it('decodes a reference once, and leaves what is none', () => {
    expect(cut([around('&amp;lt; &unknown; &#x110000; &#65;')]).inner).toBe('&lt; &unknown; &#x110000; A');
    expect(cut([around('&amp;lt; &unknown; &apos;&quot; &LT;')]).inner).toBe('&lt; &unknown; \'" &LT;');
    expect(cut([around('&#38;amp; &#38;#65; &amp;#65;')]).inner).toBe('&amp; &#65; &#65;');
  });

  it('gives back whatever was escaped', () => {
    const text = fc.string({ unit: fc.constantFrom('&', '<', '>', ';', '#', 'lt', 'amp', 'é', 'ñ', 'x') });
    fc.assert(fc.property(text, (content) => cut([around(escaped(content))]).inner === content));
  });
});
