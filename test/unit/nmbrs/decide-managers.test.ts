import { describe, expect, it } from 'vitest';
import {
  askedAgainPerRun,
  decideManagers,
  type ManagerQuestion,
  refreshShare,
} from '../../../utils/connectors/nmbrs/managers/decide.ts';
import type { ManagerDirectory } from '../../../utils/connectors/nmbrs/managers/manager-list.ts';
import type { IsoDate } from '../../../utils/core/ids.ts';
import { atOnce } from '../../../utils/core/parts.ts';
import type { ManagerReference } from '../../../utils/core/person.ts';

const today = '2026-11-24' as IsoDate;
const anna: ManagerReference = { email: 'anna@acme.example', number: '7', fullName: 'Anna Bos' };
const bram: ManagerReference = { email: 'bram@acme.example', number: '8', fullName: 'Bram Dijk' };

/** A list of managers in which a name fits these and no others. */
function directoryOf(named: Readonly<Record<string, ManagerReference>>): ManagerDirectory {
  return {
    findByName: (_debtor, name) => named[name],
    has: (reference) => Object.values(named).some(({ email }) => email === reference.email),
  };
}

const row = (manager: string | null) => ({ manager, debtorId: '1' });

function decide(question: Partial<ManagerQuestion>) {
  const { known, ask } = atOnce(
    decideManagers({
      people: ['1'],
      changed: new Set(),
      report: null,
      directory: null,
      remembered: new Map(),
      today,
      ...question,
    }),
  );
  return { known: Object.fromEntries(Array.from(known, ([id, { manager }]) => [id, manager])), ask };
}

const remembered = (manager: ManagerReference | null, on = today as string) => new Map([['1', { manager, on }]]);

describe('whose manager is known without a call', () => {
  it('is told by a name that is unmistakable, and by no name at all', () => {
    const report = new Map([
      ['1', row('Anna Bos')],
      ['2', row('')],
    ]);
    expect(decide({ people: ['1', '2'], report, directory: directoryOf({ 'Anna Bos': anna }) })).toEqual({
      known: { 1: anna, 2: null },
      ask: [],
    });
  });

  it('is not told by a name of several people, by rows that disagree, or by a report that leaves somebody out', () => {
    const report = new Map([
      ['1', row('Jan Vries')],
      ['2', row(null)],
    ]);
    expect(decide({ people: ['1', '2', '3'], report, directory: directoryOf({}) }).ask).toEqual(['1', '2', '3']);
  });

  it('is told by memory where the name is ambiguous but the same as then', () => {
    const named = { report: new Map([['1', row('anna  bos')]]), directory: directoryOf({ x: anna }) };
    expect(decide({ ...named, remembered: remembered(anna) })).toEqual({ known: { 1: anna }, ask: [] });
  });

  it.each<[string, Partial<ManagerQuestion>]>([
    ['the report names somebody else', { report: new Map([['1', row('Bram Dijk')]]) }],
    ['the manager left the list', { directory: directoryOf({ 'Bram Dijk': bram }) }],
    ['the person works elsewhere now', { changed: new Set(['1']) }],
  ])('is asked for in spite of memory when %s', (_name, question) => {
    expect(decide({ remembered: remembered(anna), ...question })).toEqual({ known: {}, ask: ['1'] });
  });

  it('is asked for when memory says nobody and the report speaks of somebody', () => {
    expect(decide({ remembered: remembered(null), report: new Map([['1', row('X')]]) }).ask).toEqual(['1']);
    expect(decide({ remembered: remembered(null) }).ask).toEqual(['1']);
  });
});

const numbered = (length: number) => Array.from({ length }, (_, at) => String(1000 + at));

describe('the rolling refresh of managers whose name is ambiguous', () => {
  const people = numbered(140);
  const memory = (on: (at: number) => string) => new Map(people.map((id, at) => [id, { manager: anna, on: on(at) }]));
  const named = { report: new Map(people.map((id) => [id, row('Anna Bos')])), directory: directoryOf({ x: anna }) };

  it('asks nobody twice on one day', () => {
    expect(decide({ ...named, people, remembered: memory(() => today) }).ask).toEqual([]);
  });

  it('asks those longest unseen, a fourteenth of all', () => {
    const seen = memory((at) => (at % 2 === 0 ? '2026-11-20' : '2026-11-23'));
    const { ask, known } = decide({ ...named, people, remembered: seen });
    expect(ask).toHaveLength(140 / refreshShare);
    expect(ask.every((id) => seen.get(id)?.on === '2026-11-20')).toBe(true);
    expect(Object.keys(known)).toHaveLength(130);
  });

  it('has asked everybody after fourteen daily runs', () => {
    const seen = memory(() => '2026-11-01');
    for (let day = 2; day <= 15; day += 1) {
      const date = `2026-11-${String(day).padStart(2, '0')}` as IsoDate;
      for (const id of decide({ ...named, people, remembered: seen, today: date }).ask)
        seen.set(id, { manager: anna, on: date });
    }
    expect([...seen.values()].filter(({ on }) => on === '2026-11-01')).toEqual([]);
  });
});

describe('the rolling refresh without a report', () => {
  it('asks for everybody again, however lately, where that is no more than a run may ask', () => {
    const people = numbered(askedAgainPerRun);
    const seen = new Map(people.map((id) => [id, { manager: anna, on: today as string }]));
    expect(decide({ people, remembered: seen })).toEqual({ known: {}, ask: people });
  });

  it('asks those longest unseen in a larger company, and has seen all of it after a few runs', () => {
    const people = numbered(askedAgainPerRun * 4);
    const seen = new Map(people.map((id) => [id, { manager: anna, on: '2026-11-01' }]));
    for (let run = 1; run <= 4; run += 1) {
      const { ask, known } = decide({ people, remembered: seen });
      expect(ask).toHaveLength(askedAgainPerRun);
      expect(Object.keys(known)).toHaveLength(people.length - askedAgainPerRun);
      for (const id of ask) seen.set(id, { manager: anna, on: today });
    }
    expect([...seen.values()].filter(({ on }) => on < today)).toEqual([]);
  });

  it('asks also for somebody whom the report leaves out', () => {
    const report = new Map([['2', row('')]]);
    expect(decide({ report, directory: directoryOf({ x: anna }), remembered: remembered(anna) }).ask).toEqual(['1']);
  });
});
