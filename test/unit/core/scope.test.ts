import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../utils/core/person.ts';
import { buildPlan } from '../../../utils/core/plan/plan.ts';
import { defaultPolicy } from '../../../utils/core/policy.ts';
import { type Clause, everyoneInScope, judgeScope, type Scope } from '../../../utils/core/scope/scope.ts';
import { account, links, manager, person, planInput, snapshot } from './samples.ts';

const nothing = new Set<never>();
const only = (...values: string[]): Clause => ({ mode: 'only', values });
const except = (...values: string[]): Clause => ({ mode: 'except', values });
const scope = (over: Partial<Scope>): Scope => ({ ...everyoneInScope, ...over });
const policy = (over: Partial<Scope>) => ({ ...defaultPolicy, scope: scope(over) });

describe('one clause', () => {
  it.each<[string, Partial<Scope>, Partial<Person>, string | null]>([
    ['no rule', {}, {}, null],
    ['the company named', { companies: only('c1') }, {}, null],
    ['another company', { companies: only('c2') }, {}, 'companies'],
    ['a company left out', { companies: except('c1') }, {}, 'companies'],
    ['a department, in any case', { departments: only('KITCHEN') }, {}, null],
    ['a department left out', { departments: except('kitchen') }, {}, 'departments'],
    ['no department at all', { departments: only('Kitchen') }, { department: null }, 'departments'],
    ['no department, others left out', { departments: except('Bar') }, { department: null }, null],
    ['the domain of the e-mail', { emailDomains: only('acme.example') }, {}, null],
    ['another domain', { emailDomains: only('other.example') }, {}, 'emailDomains'],
    ['a contract type', { contractTypes: only('fixed term') }, {}, 'contractTypes'],
    ['a person by name', { excludedPeople: ['1'] }, {}, 'excludedPeople'],
  ])('%s', (_, rules, over, rule) => {
    expect(judgeScope(person('1', over), scope(rules), nothing)?.params.rule ?? null).toBe(rule);
  });

  it('says nothing of what could not be read', () => {
    const unread = new Set(['department' as const]);
    const out = judgeScope(person('1', { department: null }), scope({ departments: only('Bar') }), unread);
    expect(out).toEqual({ reason: 'scope-unread', params: { rule: 'departments', value: '' } });
  });

  it('never lets a leaver keep the account for lack of a department', () => {
    const leaver = person('1', { status: 'left', department: null, workEmail: null });
    expect(
      judgeScope(leaver, scope({ departments: only('Bar'), emailDomains: only('x.example') }), nothing),
    ).toBeNull();
    expect(judgeScope(leaver, scope({ companies: only('c2') }), nothing)?.reason).toBe('scope-rule');
  });
});

const clause = fc.record({
  mode: fc.constantFrom('only' as const, 'except' as const),
  values: fc.subarray(['c1', 'Kitchen', 'Bar', 'acme.example', 'permanent']),
});
const anyScope = fc.record({
  companies: clause,
  departments: clause,
  emailDomains: clause,
  contractTypes: clause,
  excludedPeople: fc.subarray(['1', '2']),
  outOfScope: fc.constantFrom('leave' as const, 'disable' as const),
});

describe('clauses together', () => {
  it('are all to be met: one more never lets anybody in', () => {
    fc.assert(
      fc.property(anyScope, anyScope, (some, more) => {
        const alone = judgeScope(person('1'), { ...everyoneInScope, companies: some.companies }, nothing);
        const both = judgeScope(person('1'), { ...more, companies: some.companies }, nothing);
        if (alone !== null) expect(both).not.toBeNull();
      }),
    );
  });

  it('only and except of the same values divide everybody between them', () => {
    fc.assert(
      fc.property(
        fc.subarray(['Kitchen', 'Bar'], { minLength: 1 }),
        fc.option(fc.constantFrom('kitchen', 'Bar', 'Post')),
        (values, department) => {
          const judge = (mode: Clause['mode']) =>
            judgeScope(person('1', { department }), scope({ departments: { mode, values } }), nothing);
          expect(judge('only') === null).toBe(judge('except') !== null);
        },
      ),
    );
  });
});

describe('a plan under a scope', () => {
  const people = [person('1'), person('2', { companyId: 'c2', companyName: 'Other' })];
  const plan = (over: Partial<Scope>, accounts = [account('2')]) =>
    buildPlan(planInput(people, { accounts, links: links(['2', '2']), policy: policy(over) })).changes;

  it('leaves the account of somebody out of scope alone, and says which rule', () => {
    expect(plan({ companies: only('c1') })).toContainEqual(
      expect.objectContaining({
        sourceId: '2',
        action: 'skip',
        reason: 'scope-rule',
        params: { rule: 'companies', value: 'Other' },
      }),
    );
  });

  it('switches it off where the admin wants that, if it is ours', () => {
    const over = { companies: only('c1'), outOfScope: 'disable' } as const;
    expect(plan(over)).toContainEqual(
      expect.objectContaining({ sourceId: '2', action: 'disable', reason: 'out-of-scope' }),
    );
    const stranger = [account('2', { externalId: null })];
    const changes = buildPlan(planInput(people, { accounts: stranger, policy: policy(over) })).changes;
    expect(changes.filter(({ action }) => action === 'disable')).toEqual([]);
  });

  it('never disables anybody for something that could not be read', () => {
    const over = { departments: only('Kitchen'), outOfScope: 'disable' } as const;
    const unread = snapshot([person('1', { department: null })], { unread: ['department'] });
    const input = planInput([], { snapshot: unread, accounts: [account('1')], links: links(['1', '1']) });
    expect(buildPlan({ ...input, policy: policy(over) }).changes).toMatchObject([
      { action: 'skip', reason: 'scope-unread' },
    ]);
  });

  it('takes an address shared with somebody out of scope', () => {
    const twins = [person('1'), person('2', { companyId: 'c2', workEmail: 'p1@acme.example', birthDate: null })];
    const changes = buildPlan(planInput(twins, { policy: policy({ companies: only('c1') }) })).changes;
    expect(changes).toContainEqual(expect.objectContaining({ sourceId: '1', action: 'create' }));
  });

  it('keeps a manager who is out of scope where the target has him', () => {
    const boss = person('9', { companyId: 'c2', workEmail: 'boss@acme.example' });
    const report = person('1', { manager: manager(null, { email: 'boss@acme.example' }) });
    const accounts = [
      account('1', { managerUserName: 'boss@acme.example' }),
      account('9', { userName: 'boss@acme.example' }),
    ];
    const input = planInput([boss, report], {
      accounts,
      links: links(['1', '1']),
      policy: policy({ companies: only('c1') }),
    });
    expect(buildPlan(input).changes).toContainEqual(expect.objectContaining({ sourceId: '1', reason: 'in-step' }));
    // Not in the target: nobody knows, so the manager that is there stays.
    const without = buildPlan({ ...input, accounts: accounts.slice(0, 1) }).changes;
    expect(without).toContainEqual(expect.objectContaining({ sourceId: '1', reason: 'in-step' }));
  });

  it('leaves somebody excluded by name alone even when he is gone from the source', () => {
    const input = planInput([person('1')], {
      accounts: [account('1'), account('2')],
      links: links(['1', '1'], ['2', '2']),
    });
    const disabled = (over: Partial<Scope>) =>
      buildPlan({ ...input, policy: policy(over) }).changes.filter(({ action }) => action === 'disable').length;
    expect(disabled({})).toBe(1);
    expect(disabled({ excludedPeople: ['2'] })).toBe(0);
    expect(disabled({ excludedPeople: ['2'], outOfScope: 'disable' })).toBe(1);
  });
});
