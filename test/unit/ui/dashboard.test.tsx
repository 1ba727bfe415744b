// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { personState } from '../../../components/people/person-state.ts';
import { Decision } from '../../../components/plan/decision.tsx';
import { RunBars } from '../../../components/run/run-bars.tsx';
import { RunChart } from '../../../components/run/run-chart.tsx';
import { Checklist } from '../../../components/setup/checklist.tsx';
import { noCounts } from '../../../utils/core/run/run.ts';
import { loadTranslator } from '../../../utils/i18n/load-translator.ts';
import { doneSteps } from '../../../utils/ui/setup-steps.ts';
import { runData } from './samples.ts';

const t = await loadTranslator(['en']);

function show(view: ComponentChild): HTMLElement {
  const host = document.createElement('div');
  document.body.append(host);
  act(() => render(view, host));
  return host;
}

function press(host: HTMLElement, selector: string): void {
  const button = host.querySelector<HTMLElement>(selector);
  if (button === null) throw new Error(`No ${selector}`);
  act(() => button.click());
}

afterEach(() => document.body.replaceChildren());

describe('a large step', () => {
  it('takes two clicks, the second of which says what it does', () => {
    let times = 0;
    const host = show(
      <Decision
        t={t}
        question="Switch off 34 accounts?"
        ask="Approve…"
        confirm="Yes, switch off 34 accounts"
        busy={false}
        onConfirm={() => {
          times += 1;
        }}
      />,
    );
    expect(host.querySelector('[data-testid=approve]')).toBeNull();
    press(host, '[data-testid=decide]');
    expect(times).toBe(0);
    expect(host.querySelector('[data-testid=approve]')?.textContent).toBe('Yes, switch off 34 accounts');
    press(host, '[data-testid=decide-not]');
    expect(host.querySelector('[data-testid=approve]')).toBeNull();
    press(host, '[data-testid=decide]');
    press(host, '[data-testid=approve]');
    expect(times).toBe(1);
  });
});

describe('runs as a picture', () => {
  const runs = [
    runData({ id: 'new', state: 'partial', counts: { ...noCounts, updated: 3, failed: 1 } }),
    runData({ id: 'old', counts: { ...noCounts, created: 40 } }),
  ];

  it('go from old to new and say in words what they show', () => {
    const opened: string[] = [];
    const host = show(<RunBars t={t} runs={runs} onOpen={(id) => opened.push(id)} />);
    const labels = [...host.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'));
    expect(labels[0]).toMatch(/Done, 40 changes$/);
    expect(labels[1]).toMatch(/Done, with open points, 3 changes$/);
    press(host, 'li:last-child button');
    expect(opened).toEqual(['new']);
  });

  it('stack what each run changed', () => {
    const host = show(<RunChart t={t} runs={runs} hrefOf={(id) => `#/history/${id}`} />);
    const [first, second] = host.querySelectorAll('.run-columns a');
    expect(first?.getAttribute('aria-label')).toMatch(/Created 40$/);
    expect(second?.getAttribute('aria-label')).toMatch(/Updated 3, Failed 1$/);
    expect(second?.querySelectorAll('.part')).toHaveLength(2);
    expect(second?.getAttribute('href')).toBe('#/history/new');
  });
});

describe('the steps of the set-up', () => {
  const nobody = { nmbrs: null, target: null };
  const both = {
    nmbrs: { domain: 'acme', email: 'a@acme.example', apiUrl: 'https://x.example', customApi: false, hasToken: true },
    target: { scimUrl: 'https://y.example', profile: 'javelo', hasToken: true },
  } as const;

  it.each([
    ['nothing yet', nobody, [], []],
    ['both sides', both, [], ['nmbrs', 'javelo']],
    ['a token is gone', { ...both, target: { ...both.target, hasToken: false } }, [], ['nmbrs']],
    ['a preview', both, [{ mode: 'dry', state: 'succeeded' }], ['nmbrs', 'javelo', 'preview']],
    ['a failed run', both, [{ mode: 'live', state: 'failed' }], ['nmbrs', 'javelo']],
    ['a run', both, [{ mode: 'live', state: 'partial' }], ['nmbrs', 'javelo', 'preview', 'synchronise']],
  ] as const)('%s', (_what, connection, runs, steps) => {
    expect([...doneSteps(connection, runs)]).toEqual(steps);
  });

  it('show which one comes next', () => {
    const steps = [
      { id: 'one', title: 'One', done: true },
      { id: 'two', title: 'Two', done: false },
      { id: 'three', title: 'Three', done: false },
    ];
    const host = show(<Checklist t={t} steps={steps} />);
    const items = [...host.querySelectorAll('li')];
    expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null]);
    expect(items[0]?.textContent).toBe('One (done)');
  });
});

describe('how a person stands', () => {
  const active = { status: 'active', linked: true, last: null } as const;

  it.each([
    ['in step', active, 'in-step'],
    ['before the first run', { ...active, linked: false }, 'not-yet'],
    ['left', { ...active, status: 'left' }, 'left'],
    ['to come', { ...active, status: 'future', linked: false }, 'future'],
    ['failed', { ...active, last: { outcome: 'failed', reason: 'attributes-differ' } }, 'needs-you'],
    ['without an address', { ...active, last: { outcome: 'skipped', reason: 'no-work-email' } }, 'needs-you'],
    ['out of scope', { ...active, last: { outcome: 'skipped', reason: 'scope-rule' } }, 'out'],
    ['a second employment', { ...active, last: { outcome: 'skipped', reason: 'joined' } }, 'in-step'],
    ['tried again', { ...active, last: { outcome: 'waiting', reason: 'new-in-source' } }, 'waiting'],
  ] as const)('%s', (_what, person, state) => {
    expect(personState(person)).toBe(state);
  });
});
