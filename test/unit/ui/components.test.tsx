// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { SourceCheckResult } from '../../../components/connection/source-check-result.tsx';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Field } from '../../../components/form/field.tsx';
import { ChangeSheet } from '../../../components/plan/change-sheet.tsx';
import type { PlanRow } from '../../../components/plan/plan-row.ts';
import { CountTiles } from '../../../components/run/count-tiles.tsx';
import { RunProgress } from '../../../components/run/run-progress.tsx';
import { noCounts } from '../../../utils/core/run/run.ts';
import { loadTranslator } from '../../../utils/i18n/load-translator.ts';

const t = await loadTranslator(['en']);
const nothing = () => {};

function show(view: ComponentChild): HTMLElement {
  const host = document.createElement('div');
  document.body.append(host);
  act(() => render(view, host));
  return host;
}

function find<E extends HTMLElement>(host: HTMLElement, selector: string): E {
  const found = host.querySelector<E>(selector);
  if (found === null) throw new Error(`No ${selector}`);
  return found;
}

afterEach(() => document.body.replaceChildren());

describe('progress', () => {
  it('tells eye and ear the same', () => {
    const host = show(
      <RunProgress
        t={t}
        state="applying"
        done={1240}
        total={2480}
        timeLeft="about 2 minutes left"
        pausedUntilMs={null}
      />,
    );
    expect(host.textContent).toBe('Updating Javelo…1,240 of 2,480about 2 minutes left');
    const bar = find(host, '[role=progressbar]');
    expect(bar.getAttribute('aria-valuenow')).toBe('50');
    expect(bar.getAttribute('aria-valuetext')).toBe('1,240 of 2,480');
  });

  it('claims no number before there is one', () => {
    const host = show(<RunProgress t={t} state="queued" done={0} total={0} timeLeft={null} pausedUntilMs={null} />);
    expect(find(host, '[role=progressbar]').hasAttribute('aria-valuenow')).toBe(false);
    expect(host.textContent).toBe('Getting ready…');
  });
});

describe('the log', () => {
  const row: PlanRow = {
    seq: 1,
    sourceId: '7',
    match: null,
    displayName: '<img src=x onerror=alert(1)>',
    userName: 'a@acme.example',
    companyName: 'Acme & Co',
    outcome: 'failed',
    reason: 'new-in-source',
    params: {},
    modified: [{ attribute: 'title', from: 'Baker', to: null }],
    error: { code: 'target-conflict', params: {}, retryable: false },
    retryAt: null,
  };

  it('shows a person with outcome, reason and advice, and takes names for text', () => {
    const host = show(<ChangeSheet t={t} row={row} mode="live" nowMs={0} onClose={nothing} />);
    const text = find(host, '[data-testid=change-sheet]').textContent;
    expect(text).toContain('<img src=x onerror=alert(1)>');
    expect(text).toContain('Failed');
    expect(text).toContain('Javelo already has somebody with this e-mail address or number.');
    expect(text).toContain('remove or correct it, and synchronise again.');
    expect(text).toContain('JobBakerempty');
    expect(host.querySelector('img')).toBeNull();
  });

  it('speaks of what would happen in a preview', () => {
    const planned = { ...row, outcome: 'created', error: null } as const;
    expect(show(<ChangeSheet t={t} row={planned} mode="dry" nowMs={0} onClose={nothing} />).textContent).toContain(
      'To create',
    );
    expect(show(<ChangeSheet t={t} row={planned} mode="live" nowMs={0} onClose={nothing} />).textContent).toContain(
      'Created',
    );
  });
});

describe('tiles', () => {
  it('choose an outcome, and let it go again', () => {
    const chosen: unknown[] = [];
    const counts = { ...noCounts, failed: 3 };
    const tiles = (selected: 'failed' | null) =>
      show(<CountTiles t={t} counts={counts} mode="live" selected={selected} onSelect={(one) => chosen.push(one)} />);
    find<HTMLButtonElement>(tiles(null), '[data-testid=count-failed]').click();
    find<HTMLButtonElement>(tiles('failed'), '[data-testid=count-failed]').click();
    expect(chosen).toEqual(['failed', null]);
    expect(find<HTMLButtonElement>(tiles(null), '[data-testid=count-created]').disabled).toBe(true);
  });
});

describe('a test of the connection', () => {
  const right = { service: 'EmployeeService', required: true } as const;

  it('names every right that is not switched on, and what it is for', () => {
    const check = {
      ok: false,
      environment: 'acme',
      companies: [],
      permissions: [
        { ...right, method: 'List_GetByCompany', granted: false },
        { ...right, method: 'Function_GetAll_AllEmployeesByCompany_V2', granted: true },
        { ...right, method: 'Employment_GetAll_AllEmployeesByCompany', granted: false },
      ],
      error: { code: 'source-permission', params: { service: 'EmployeeService', method: 'List_GetByCompany' } },
    } as const;
    const host = show(<SourceCheckResult t={t} check={check} />);
    expect([...host.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      'Employee Services: List_GetByCompany. Tells who works at each company and who has left.',
      'Employee Services: Employment_GetAll_AllEmployeesByCompany. Gives the dates people start and leave, and when they were first hired.',
    ]);
    expect(host.textContent).toContain('2 rights are not switched on yet:');
    expect(find(host, '[data-testid=nmbrs-result]').getAttribute('role')).toBe('alert');
  });
});

describe('words for errors', () => {
  it('say what is wrong and what to do', () => {
    const host = show(<ErrorNotice t={t} error={{ code: 'target-auth', params: {} }} />);
    expect(host.textContent).toMatch(/^Javelo does not accept this token\.In Javelo, create a new SCIM token/);
  });
});

describe('a field for a secret', () => {
  it('is masked, never offered to be filled, and leaves no trace in the markup', () => {
    const host = show(<Field id="x" kind="secret" label="Token" value="s3cret" onInput={nothing} hint="Paste it" />);
    const input = find<HTMLInputElement>(host, 'input');
    expect(input.type).toBe('password');
    expect(input.autocomplete).toBe('off');
    expect(input.value).toBe('s3cret');
    expect(host.innerHTML).not.toContain('s3cret');
    expect(find(host, `#${input.getAttribute('aria-describedby')}`).textContent).toBe('Paste it');
    expect(find(host, 'label').getAttribute('for')).toBe('x');
  });
});
