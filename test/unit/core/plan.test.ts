import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../utils/core/person.ts';
import { buildPlan, isAdoption } from '../../../utils/core/plan/plan.ts';
import { defaultPolicy } from '../../../utils/core/policy.ts';
import { applyChanges } from './apply-changes.ts';
import { account, bareAccount, links, manager, person, planInput, snapshot } from './samples.ts';

const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));
const actions = (plan: ReturnType<typeof buildPlan>) =>
  plan.changes.map(({ sourceId, action, reason }) => `${sourceId} ${action} ${reason}`);

describe('a plan', () => {
  it('creates everyone the first time, managers first, and needs no approval', () => {
    const people = [
      person('1', { manager: manager(null, { email: 'p2@acme.example' }) }),
      person('2', { manager: manager(null, { email: 'P3@acme.example' }) }),
      person('3'),
    ];
    const plan = buildPlan(planInput(people));
    expect(actions(plan)).toEqual(['3 create new-in-source', '2 create new-in-source', '1 create new-in-source']);
    expect(plan.changes[2]?.after.managerUserName).toBe('p2@acme.example');
    expect(plan.verdict).toBe('safe');
  });

  it('writes a circle of managers in two passes', () => {
    const people = [
      person('1', { manager: manager(null, { email: 'p2@acme.example' }) }),
      person('2', { manager: manager(null, { email: 'p1@acme.example' }) }),
    ];
    const { changes } = buildPlan(planInput(people));
    expect(changes.map(({ action }) => action)).toEqual(['create', 'create', 'update']);
    const { accounts } = applyChanges([], changes);
    expect(Object.fromEntries(accounts.map((each) => [each.userName, each.managerUserName]))).toEqual({
      'p1@acme.example': 'p2@acme.example',
      'p2@acme.example': 'p1@acme.example',
    });
  });

  it('does nothing where all is in step, and links what it found', () => {
    const { changes } = buildPlan(planInput([person('1')], { accounts: [account('1')] }));
    expect(changes).toMatchObject([{ action: 'skip', reason: 'in-step', match: { by: 'externalId', value: '1' } }]);
    expect(changes.every(isAdoption)).toBe(true);
  });

  it('adopts an account that existed, by its login, and says what changes', () => {
    const plan = buildPlan(planInput([person('1')], { accounts: [bareAccount('9', 'P1@Acme.example')] }));
    expect(plan.changes).toMatchObject([
      { action: 'update', reason: 'adopted', targetId: 't9', match: { by: 'userName' }, before: { title: null } },
    ]);
    expect(plan.changes[0]?.after).not.toHaveProperty('userName');
  });

  it('never writes an empty value over what the target has, but for the manager', () => {
    const accounts = [account('1', { managerUserName: 'p2@acme.example' }), account('2')];
    const people = [person('1', { job: null, phoneNumber: null }), person('2')];
    const { changes } = buildPlan(planInput(people, { accounts, links: links(['1', '1'], ['2', '2']) }));
    expect(changes[0]?.after).toEqual({ managerUserName: null });
  });

  it('does not speak of what could not be read', () => {
    const people = [person('1', { job: null, manager: null })];
    const accounts = [account('1', { title: 'Chef', managerUserName: 'p9@acme.example' })];
    const read = { snapshot: snapshot(people, { unread: ['job', 'manager'] }), accounts, links: links(['1', '1']) };
    expect(actions(buildPlan(planInput(people, read)))).toEqual(['1 skip in-step']);
  });

  it('disables who left, after taking him from his reports', () => {
    const people = [
      person('1', { status: 'left' }),
      person('2', { manager: manager(null, { email: 'p1@acme.example' }) }),
    ];
    const accounts = [account('1'), account('2', { managerUserName: 'p1@acme.example' })];
    const { changes } = buildPlan(planInput(people, { accounts, links: links(['1', '1'], ['2', '2']) }));
    expect(changes.map(({ sourceId, action, after }) => [sourceId, action, after])).toEqual([
      ['2', 'update', { managerUserName: null }],
      ['1', 'disable', { active: false }],
    ]);
  });

  it('disables a linked person who is gone from a complete snapshot, and nobody on an incomplete one', () => {
    const setting = { accounts: [account('1'), account('2')], links: links(['1', '1'], ['2', '2']) };
    expect(actions(buildPlan(planInput([person('1')], setting)))).toContain('2 disable gone-from-source');
    const partial = snapshot([person('1')], { answered: false });
    expect(buildPlan(planInput([person('1')], { ...setting, snapshot: partial })).summary.disable).toBe(0);
  });

  it('leaves accounts alone that are not ours', () => {
    const { changes } = buildPlan(planInput([person('1')], { accounts: [bareAccount('9', 'boss@acme.example')] }));
    expect(changes.filter(({ targetId }) => targetId === 't9')).toEqual([]);
  });

  it.each([
    [
      'two accounts fit one person',
      [person('1')],
      [account('8', { employeeNumber: 'N1' }), bareAccount('9', 'p1@acme.example')],
    ],
  ])('%s: a conflict, never a write', (_, people, accounts) => {
    const plan = buildPlan(planInput(people, { accounts: accounts.map((each) => ({ ...each, externalId: null })) }));
    expect(plan.summary).toMatchObject({ create: 0, update: 0, disable: 0 });
    expect(plan.changes[0]?.reason).toBe('match-ambiguous');
  });

  it('refuses an empty source, and asks before a mass disable', () => {
    const many = ids(40);
    const setting = { accounts: many.map((id) => account(id)), links: links(...many.map((id) => [id, id] as const)) };
    expect(buildPlan(planInput([], { ...setting, previous: { people: 40, accounts: 40 } })).verdict).toBe('refused');
    const halved = many.slice(0, 20).map((id) => person(id));
    const plan = buildPlan(planInput(halved, setting));
    expect(plan.verdict).toBe('needs-approval');
    expect(plan.findings).toContainEqual(
      expect.objectContaining({ rule: 'mass-disable', blocks: 'disable', count: 20 }),
    );
  });
});

/** Companies of up to 12 people with managers at random (circles too), missing and doubled addresses, leavers and starters. */
const company: fc.Arbitrary<Person[]> = fc
  .array(
    fc.record({
      status: fc.constantFrom<Person['status']>('active', 'active', 'active', 'left', 'future', 'other'),
      workEmail: fc.constantFrom<string | null | undefined>(
        undefined,
        undefined,
        undefined,
        null,
        'same@acme.example',
        'a b@c',
      ),
      boss: fc.nat(13),
      job: fc.constantFrom('Cook', 'Chef', null),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ boss, workEmail, ...rest }, at) =>
      person(String(at + 1), {
        ...rest,
        manager: manager(null, { email: `p${boss}@acme.example` }),
        ...(workEmail === undefined ? {} : { workEmail }),
      }),
    ),
  );

describe('plans, whatever the company', () => {
  it('come to rest: applied once, the next plan writes nothing', () => {
    fc.assert(
      fc.property(company, company, (before, after) => {
        const first = applyChanges([], buildPlan(planInput(before)).changes);
        const second = buildPlan(planInput(after, first));
        const state = applyChanges(first.accounts, second.changes);
        const merged = new Map([...first.links, ...state.links]);
        const third = buildPlan(planInput(after, { accounts: state.accounts, links: merged }));
        expect(third.summary).toMatchObject({ create: 0, update: 0, disable: 0 });
      }),
    );
  });

  it('do not depend on the order in which people and accounts are read', () => {
    fc.assert(
      fc.property(company, company, fc.nat(), (before, after, turn) => {
        const { accounts, links: known } = applyChanges([], buildPlan(planInput(before)).changes);
        const rotate = <T>(items: readonly T[]) => [
          ...items.slice(turn % items.length),
          ...items.slice(0, turn % items.length),
        ];
        const straight = buildPlan(planInput(after, { accounts, links: known }));
        const turned = buildPlan(
          planInput(rotate(after), { accounts: accounts.length ? rotate(accounts) : [], links: known }),
        );
        expect(turned.changes).toEqual(straight.changes);
        expect(turned.hash).toBe(straight.hash);
      }),
    );
  });

  it('give every person exactly one outcome, and disable nobody on an incomplete snapshot', () => {
    fc.assert(
      fc.property(company, company, fc.boolean(), (before, after, answered) => {
        const state = applyChanges([], buildPlan(planInput(before)).changes);
        const plan = buildPlan(planInput(after, { ...state, snapshot: snapshot(after, { answered }) }));
        const rows = plan.changes.filter(({ reason }) => reason !== 'manager-second-pass');
        const firstPassOnly = new Set(rows.map(({ sourceId }) => sourceId));
        expect(firstPassOnly.size).toBe(rows.length);
        const all = new Set(plan.changes.map(({ sourceId }) => sourceId));
        for (const each of after) expect(all).toContain(each.sourceId);
        if (!answered) expect(plan.summary.disable).toBe(0);
      }),
    );
  });

  it('never become safer when a threshold is lowered', () => {
    const order = ['safe', 'needs-approval', 'refused'];
    fc.assert(
      fc.property(company, company, fc.nat(10), fc.nat(10), (before, after, a, b) => {
        const state = applyChanges([], buildPlan(planInput(before)).changes);
        const judge = (number: number) => {
          const limit = { number, percent: null };
          const policy = { ...defaultPolicy, thresholds: { create: limit, update: limit, disable: limit } };
          return order.indexOf(buildPlan(planInput(after, { ...state, policy })).verdict);
        };
        expect(judge(Math.min(a, b))).toBeGreaterThanOrEqual(judge(Math.max(a, b)));
      }),
    );
  });
});
