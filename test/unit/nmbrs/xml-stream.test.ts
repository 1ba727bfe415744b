import { describe, expect, it } from 'vitest';
import { createSoapReader, type ElementSink, XmlProblem } from '../../../utils/connectors/nmbrs/xml-stream.ts';

const namespace = 'https://api.nmbrs.nl/soap/v3/EmployeeService';
const prefixed = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\r\n<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soap:Body>${body}</soap:Body></soap:Envelope>`;
const answer = (items: string) =>
  prefixed(`<X_GetResponse xmlns="${namespace}"><X_GetResult>${items}</X_GetResult></X_GetResponse>`);

/** Reads a document in the pieces given and gives back what the sink saw, or how it was refused. */
function read(pieces: readonly string[], limits?: Parameters<typeof createSoapReader>[2]) {
  const seen: string[] = [];
  const sink: ElementSink = {
    open: (name) => seen.push(`<${name}`),
    leaf: (name, text) => seen.push(`${name}=${text}`),
    close: (name) => seen.push(`${name}>`),
  };
  try {
    const reader = createSoapReader('X_GetResponse', sink, limits);
    for (const piece of pieces) reader.write(piece);
    const fault = reader.end();
    return fault ? { fault } : { seen };
  } catch (error) {
    if (error instanceof XmlProblem) return { refused: error.kind };
    throw error;
  }
}

const rows = ['<X_GetResult', '<E', '<Id', 'Id=1', '<N', 'N=Zoë & <Ñandú>', '<Z', 'Z=', 'E>', 'X_GetResult>'];
const unprefixedRows = '<E><Id>1</Id><N>Zo&#xEB; &amp; <![CDATA[<Ñandú>]]></N><Z xsi:nil="true" /></E>';
const prefixedRows =
  '<a:X_GetResponse xmlns:a="urn:x"><a:X_GetResult><a:E><a:Id>1</a:Id><a:N>Zoë &#38; &lt;Ñandú&gt;</a:N><a:Z/></a:E></a:X_GetResult></a:X_GetResponse>';

describe('createSoapReader', () => {
  it('hands on the elements of the response under their local names, whatever the prefixes', () => {
    expect(read([answer(unprefixedRows)])).toEqual({ seen: rows });
    expect(read([prefixed(prefixedRows)])).toEqual({ seen: rows });
  });

  it('reads the same, wherever the pieces are cut', () => {
    const document = answer(`${unprefixedRows}`.replace('Ñandú', '𝔑andú'));
    const whole = read([document]);
    expect(whole).toHaveProperty('seen');
    for (let at = 1; at < document.length; at += 1)
      expect(read([document.slice(0, at), document.slice(at)])).toEqual(whole);
    expect(read(document.split(''))).toEqual(whole);
  });

  it('recognises a fault of either dialect in an answer that looks well', () => {
    const fault11 =
      '<soap:Fault><faultcode>soap:Server</faultcode><faultstring>---&gt; 1002: no</faultstring><detail /></soap:Fault>';
    const fault12 =
      '<soap:Fault><soap:Code><soap:Value>soap:Receiver</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang="en">---&gt; 1002: no</soap:Text></soap:Reason></soap:Fault>';
    expect(read([prefixed(fault11)])).toEqual({ fault: { faultCode: 'soap:Server', text: '---> 1002: no' } });
    expect(read([prefixed(fault12)])).toEqual({ fault: { faultCode: 'soap:Receiver', text: '---> 1002: no' } });
  });

  it('takes no document for whole that breaks off, wherever it does', () => {
    const document = answer(unprefixedRows);
    for (let at = 0; at < document.length; at += 1) {
      expect(read([document.slice(0, at)]), `cut at ${at}`).toEqual({ refused: 'truncated' });
    }
  });

  it.each([
    ['a page', '<!DOCTYPE html><html><head><title>x</title></head></html>', 'not-xml'],
    ['a page without a doctype', '<html><body><br></body></html>', 'not-xml'],
    ['plain text', 'Service unavailable', 'not-xml'],
    ['JSON', '{"error":1}', 'not-xml'],
    ['nothing', '', 'truncated'],
    ['another root', '<?xml version="1.0"?><Report/>', 'invalid'],
    ['another response', prefixed('<Y_GetResponse/>'), 'invalid'],
    ['an empty body', prefixed(''), 'invalid'],
    ['tags that do not nest', answer('<a><b></a></b>'), 'invalid'],
    ['an undeclared entity', answer('<a>&bomb;</a>'), 'invalid'],
    ['something behind the end', `${answer('')}<more/>`, 'invalid'],
  ])('refuses %s', (_name, document, kind) => {
    expect(read([document])).toEqual({ refused: kind });
  });

  it('refuses an entity bomb before anything is expanded', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    expect(read([`<?xml version="1.0"?>${bomb}${answer('<a>&b;</a>').replace(/^<\?xml.*\?>\s*/, '')}`])).toEqual({
      refused: 'invalid',
    });
  });

  it('bounds depth, text and number of elements', () => {
    expect(read([answer('<a>'.repeat(40) + '</a>'.repeat(40))])).toEqual({ refused: 'invalid' });
    expect(read([answer('<a/>'.repeat(11))], { depth: 32, nodeChars: 1000, elements: 10 })).toEqual({
      refused: 'invalid',
    });
    const big = answer(`<a>${'x'.repeat(2_000_000)}</a>`);
    expect(read([big])).toEqual({ refused: 'invalid' });
    // In pieces it is noticed on the way, before the document has ended.
    expect(read(big.slice(0, 1_500_000).match(/[\s\S]{1,65536}/g) ?? [])).toEqual({ refused: 'invalid' });
    expect(read([answer(`<a>${'x'.repeat(900_000)}</a>`)])).toHaveProperty('seen');
  });

  it('drops the control characters that .NET writes although XML forbids them', () => {
    expect(read([answer('<N>Ja&#x1F;n &amp;#x1F; \u0002Piet&#0;</N><M>&amp;#x1F;</M>')])).toEqual({
      seen: ['<X_GetResult', '<N', 'N=Jan  Piet', '<M', 'M=&#x1F;', 'X_GetResult>'],
    });
  });
});
