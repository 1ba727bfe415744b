// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { QuarantineNotice } from '../../../components/feedback/quarantine-notice.tsx';
import type { ErrorInfo } from '../../../utils/core/errors.ts';
import { loadTranslator } from '../../../utils/i18n/load-translator.ts';

const refused: ErrorInfo = { code: 'target-auth', params: {}, retryable: false };
const quarantine = { reason: refused, since: '2026-03-02T09:30:00Z', nextTestAt: '2026-03-03T09:30:00Z' };

interface Shown {
  readonly language?: string;
  readonly testing?: boolean;
  readonly found?: ErrorInfo | null;
}

async function show({ language = 'en', testing = false, found = null }: Shown) {
  const t = await loadTranslator([language]);
  const host = document.createElement('div');
  document.body.append(host);
  let tests = 0;
  const onTest = () => {
    tests += 1;
  };
  act(() => render(<QuarantineNotice {...{ t, quarantine, testing, found, onTest }} />, host));
  const button = host.querySelector<HTMLButtonElement>('[data-testid=quarantine-test]');
  if (!button) throw new Error('No button');
  return {
    host,
    button,
    tests: () => tests,
    text: (id: string) => host.querySelector(`[data-testid=${id}]`)?.textContent,
  };
}

afterEach(() => document.body.replaceChildren());

describe('a connection in quarantine', () => {
  it('says why in words, since when, and when it is tested next', async () => {
    const { host, text } = await show({});
    expect(host.textContent).toContain('Javelo');
    expect(host.textContent).not.toContain('target-auth');
    expect(text('quarantine-since')).toMatch(/Paused since 2 Mar 2026.*next test is on 3 Mar 2026/);
    expect(text('quarantine-found')).toBeUndefined();
  });

  it('is tested at once by its button', async () => {
    const { button, tests } = await show({});
    expect(button.textContent).toBe('Test the connection now');
    act(() => button.click());
    expect(tests()).toBe(1);
  });

  it('cannot be tested twice at a time', async () => {
    const { button, tests } = await show({ testing: true, found: refused });
    act(() => button.click());
    expect(tests()).toBe(0);
    expect(button.textContent).toBe('Testing…');
  });

  it('says what the test found', async () => {
    const { text } = await show({ found: { code: 'target-unreachable', params: {}, retryable: true } });
    expect(text('quarantine-found')).toMatch(/^The test has just found: .{10,}/);
  });

  it.each([
    ['nl', 'Verbinding nu testen', 'Gepauzeerd sinds 2 mrt 2026'],
    ['fr', 'Tester la connexion maintenant', 'En pause depuis le 2 mars 2026'],
  ])('speaks %s', async (language, label, since) => {
    const { button, text } = await show({ language });
    expect(button.textContent).toBe(label);
    expect(text('quarantine-since')?.replaceAll('\u00a0', ' ')).toContain(since);
  });
});
