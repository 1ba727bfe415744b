import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../utils/export/csv.ts';
import { writeLogPart } from '../../../utils/export/log-file.ts';
import { anEntry } from '../../support/journal-rows.ts';

/** Reads what RFC 4180 §2 describes. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let match = pattern.exec(text); match && match.index < text.length; match = pattern.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const whole = { isFirst: true, isLast: true, rowsBefore: 0 };

describe('a line of CSV', () => {
  it('comes back as it was, but for an apostrophe before what looks like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (cells) => {
        const [row] = readCsv(csvLine(cells));
        expect(row?.map((cell, at) => (cell === `'${cells[at]}` ? cells[at] : cell))).toEqual(cells);
        expect(row?.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
      }),
    );
  });

  it.each(['=1+1', '+31612345678', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x.example")'])(
    'disarms %j',
    (text) => {
      expect(readCsv(csvLine([text]))).toEqual([[`'${text}`]]);
    },
  );
});

describe('the log as a file', () => {
  const entries = [
    anEntry('r1', 0, { displayName: 'Zoë "Z" de Vries, BSc', match: { by: 'employeeNumber', value: '007' } }),
    anEntry('r1', 1, { modified: [{ attribute: 'title', from: null, to: 'Cook' }], params: { count: 2 } }),
    anEntry('r1', 2, { error: { code: 'target-timeout', params: {}, retryable: true } }),
  ];

  it('is CSV with one header, a byte order mark and a row per person', () => {
    const text = writeLogPart('csv', entries, whole);
    expect(text.startsWith('\uFEFFtime,run,row,')).toBe(true);
    const [header = [], ...rows] = readCsv(text.slice(1));
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
    expect(column('name')[0]).toBe('Zoë "Z" de Vries, BSc');
    expect(column('matchedValue')).toEqual(['007', '', '']);
    expect(column('changes')[1]).toBe('title:  → Cook');
    expect(column('error')[2]).toBe('target-timeout');
  });

  it.each(['csv', 'json'] as const)('%s is the same in parts as whole, wherever it is cut', (format) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), (cuts) => {
        const bounds = [0, ...cuts.sort(), entries.length];
        const parts = bounds.slice(1).map((end, at) => {
          const start = bounds[at] ?? 0;
          const place = { isFirst: at === 0, isLast: at === bounds.length - 2, rowsBefore: start };
          return writeLogPart(format, entries.slice(start, end), place);
        });
        expect(parts.join('')).toBe(writeLogPart(format, entries, whole));
      }),
    );
  });

  it('is JSON that any program reads, also with nobody in it', () => {
    expect(JSON.parse(writeLogPart('json', entries, whole))).toEqual(entries);
    expect(JSON.parse(writeLogPart('json', [], whole))).toEqual([]);
  });
});
