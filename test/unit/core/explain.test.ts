import { describe, expect, it } from 'vitest';
import { explainPerson } from '../../../utils/core/people/explain.ts';
import { defaultPolicy } from '../../../utils/core/policy.ts';
import { countScope, findScopeChoices } from '../../../utils/core/scope/count-scope.ts';
import { everyoneInScope } from '../../../utils/core/scope/scope.ts';
import { explanationSchema, scopeCountSchema } from '../../../utils/messaging/schemas/people.ts';
import { aKnownPerson, aLink, anEntry } from '../../support/journal-rows.ts';
import { source } from './samples.ts';

const input = { sourceId: source('1'), known: null, link: null, rows: [], policy: defaultPolicy };

describe('explaining one person', () => {
  it('has nothing to say of somebody nobody knows', () => {
    expect(explainPerson(input)).toBeNull();
  });

  it('tells step by step what was read, which rule counts, whose account it is and what is written', () => {
    const known = aKnownPerson('1', { job: 'Cook', phoneNumber: null });
    const scope = { ...everyoneInScope, companies: { mode: 'except', values: ['1'] } } as const;
    const mapping = {
      title: {
        value: { from: 'source', attribute: 'job', transformation: 'upper-case' },
        write: 'always',
        whenEmpty: 'keep',
      },
    } as const;
    const explanation = explainPerson({
      ...input,
      known,
      link: aLink('1', { applied: { title: 'Cook' } }),
      rows: [anEntry('r1', 1, { match: { by: 'employeeNumber', value: '1' }, outcome: 'updated' })],
      policy: { ...defaultPolicy, scope, mapping },
    });
    expect(explanation).toMatchObject({
      displayName: 'Given1 Family1',
      imported: { companyName: 'Acme', status: 'active', workEmail: 'p1@acme.example' },
      outOfScope: { reason: 'scope-rule', params: { rule: 'companies', value: 'Acme' } },
      match: {
        evidence: { by: 'employeeNumber', value: '1' },
        conflict: null,
        link: { targetId: 't1', origin: 'created' },
      },
      rows: [{ outcome: 'updated' }],
    });
    expect(explanation?.mapping).toContainEqual({
      attribute: 'title',
      value: mapping.title.value,
      raw: 'Cook',
      mapped: 'COOK',
      unspoken: null,
      applied: 'Cook',
    });
    expect(explanation?.mapping).toContainEqual(
      expect.objectContaining({ attribute: 'phoneNumber', unspoken: 'empty' }),
    );
    const sent = { ...explanation, rows: explanation?.rows.map((row) => ({ ...row, mode: 'live' })) };
    expect(explanationSchema.parse(JSON.parse(JSON.stringify(sent)))).toEqual(sent);
  });

  it('has no values to tell of somebody who does not work here', () => {
    for (const status of ['left', 'future', 'other'] as const) {
      expect(explainPerson({ ...input, known: aKnownPerson('1', { status }) })?.mapping).toEqual([]);
    }
  });

  it('names the accounts where several fit', () => {
    const params = { by: 'userName', count: 2, accounts: 'a@x.example, b@x.example' };
    const rows = [anEntry('r1', 1, { reason: 'match-ambiguous', outcome: 'skipped', params })];
    expect(explainPerson({ ...input, rows })?.match.conflict).toEqual({ reason: 'match-ambiguous', params });
  });

  it('knows somebody who is gone from the source by the account alone', () => {
    expect(explainPerson({ ...input, link: aLink('1') })).toMatchObject({
      displayName: 'p1@acme.example',
      imported: null,
      mapping: [],
    });
  });
});

describe('counting a scope', () => {
  const people = [
    aKnownPerson('1', { department: 'Bar' }),
    aKnownPerson('2', { department: 'Kitchen' }),
    aKnownPerson('3', { department: 'Kitchen', status: 'future' }),
    aKnownPerson('4', { department: 'Bar', status: 'left' }),
  ];

  it('counts who works here or will, each under the first rule that leaves them out', () => {
    const scope = {
      ...everyoneInScope,
      departments: { mode: 'only', values: ['Kitchen'] },
      excludedPeople: ['2'],
    } as const;
    const count = countScope(people, scope);
    expect(count).toEqual({
      inScope: 1,
      outOfScope: 2,
      rules: [
        { rule: 'departments', people: 1 },
        { rule: 'excludedPeople', people: 1 },
      ],
      examples: ['Given1 Family1', 'Given2 Family2'],
    });
    expect(scopeCountSchema.safeParse({ ...count, known: true }).success).toBe(true);
  });

  it('offers what there is to choose from, the most frequent first', () => {
    expect(findScopeChoices(people)).toEqual({
      companies: [{ id: '1', name: 'Acme', people: 3 }],
      departments: [
        { id: 'Kitchen', name: 'Kitchen', people: 2 },
        { id: 'Bar', name: 'Bar', people: 1 },
      ],
      emailDomains: [{ id: 'acme.example', name: 'acme.example', people: 3 }],
      contractTypes: [],
    });
  });
});
