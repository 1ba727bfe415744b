import { describe, expect, it } from 'vitest';
import { leafText, readSmallAnswer } from '../../../utils/connectors/nmbrs/small-answer.ts';
import { XmlProblem } from '../../../utils/connectors/nmbrs/xml-stream.ts';

const envelope = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>${body}</s:Body></s:Envelope>`;
const manager =
  '<Manager_GetCurrentResponse xmlns="urn:x"><Manager_GetCurrentResult><Number>007</Number><FirstName>Ren&#xE9;e &amp; co</FirstName><Name xmlns:i="urn:i" i:nil="true"/><Email/></Manager_GetCurrentResult></Manager_GetCurrentResponse>';

function outcome(text: string): unknown {
  try {
    return readSmallAnswer(text, 'Manager_GetCurrentResponse').kind;
  } catch (error) {
    return error instanceof XmlProblem ? error.kind : error;
  }
}

describe('readSmallAnswer', () => {
  it('gives texts as they were sent, and empty ones as empty', () => {
    const answer = readSmallAnswer(envelope(manager), 'Manager_GetCurrentResponse');
    const tree = answer.kind === 'response' ? answer.tree : null;
    expect(['Number', 'FirstName', 'Name', 'Email', 'Fax'].map((name) => leafText(tree, name))).toEqual([
      '007',
      'Renée & co',
      '',
      '',
      null,
    ]);
  });

  it('gives the fault of either dialect', () => {
    const fault = '<s:Fault><faultcode>soap:Client</faultcode><faultstring>a &lt;b&gt;</faultstring></s:Fault>';
    expect(readSmallAnswer(envelope(fault), 'X')).toEqual({
      kind: 'fault',
      fault: { faultCode: 'soap:Client', text: 'a <b>' },
    });
  });

  it('reads past what may stand around the root: a mark of the byte order, comments, instructions (XML 1.0 §2.8)', () => {
    const [declaration = '', rest = ''] = envelope(manager).split(/(?<=\?>)/);
    expect(outcome(`\ufeff${declaration}\n<!-- <node> 7 -->\n<?x y?>${rest}\n<!-- 12 ms --> <!----><?z?>\n`)).toBe(
      'response',
    );
    expect(outcome(`${declaration}<!-- node 7 ->${rest}`)).toBe('truncated');
    expect(outcome(`${'<!-- -->'.repeat(100_000)}${rest}${'<!-- -->'.repeat(20_000)}`)).toBe('response');
  });

  it.each([
    ['', ''],
    ['<!-- node 7 -->', ' <!-- 12 ms -->'],
  ])('takes no answer for whole that breaks off, wherever it does (%s)', (before, behind) => {
    const whole = `${envelope(manager).replace('?>', `?>${before}`)}${behind}`;
    const ends = whole.indexOf('</s:Envelope>') + '</s:Envelope>'.length;
    for (let at = 0; at < ends; at += 1) {
      expect(outcome(whole.slice(0, at)), `cut at ${at}`).toBe('truncated');
    }
    expect(outcome(whole)).toBe('response');
  });

  it.each([
    ['<!DOCTYPE html><html></html>', 'not-xml'],
    ['maintenance', 'not-xml'],
    [envelope('<Other_Response/>'), 'invalid'],
    [envelope('<a></b>'), 'invalid'],
    [`<!DOCTYPE x [<!ENTITY a "b">]>${envelope(manager)}`, 'invalid'],
    ['<Report/>', 'invalid'],
  ])('refuses %s', (text, kind) => {
    expect(outcome(text)).toBe(kind);
  });
});
