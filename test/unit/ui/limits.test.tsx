// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { NumberField } from '../../../components/form/number-field.tsx';
import { MoreLimits } from '../../../entrypoints/options/settings/more-limits.tsx';
import { defaultLimits, type Limits } from '../../../utils/core/limits.ts';
import { loadTranslator } from '../../../utils/i18n/load-translator.ts';

const t = await loadTranslator(['en']);

function show(view: Parameters<typeof render>[0]): (id: string, typed: string) => HTMLInputElement {
  const host = document.createElement('div');
  document.body.append(host);
  act(() => render(view, host));
  return (id, typed) => {
    const input = host.querySelector<HTMLInputElement>(`#${id}`);
    if (input === null) throw new Error(`No ${id}`);
    act(() => {
      input.value = typed;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    return input;
  };
}

afterEach(() => document.body.replaceChildren());

describe('a field for a number', () => {
  it.each([
    ['150', false, undefined],
    ['2.5', false, undefined],
    ['-1', false, undefined],
    ['ten', false, undefined],
    ['', false, undefined],
    [' 25 ', true, 25],
    ['0', true, 0],
    ['100', true, 100],
  ])('typed %j is taken: %s', (typed, valid, value) => {
    const taken: (number | null)[] = [];
    const told: boolean[] = [];
    const type = show(
      <NumberField
        t={t}
        id="share"
        label="Share"
        unit="%"
        value={30}
        most={100}
        required
        onChange={(number) => taken.push(number)}
        onValidity={(_id, ok) => told.push(ok)}
      />,
    );
    const input = type('share', typed);
    expect(told).toEqual([valid]);
    expect(taken).toEqual(value === undefined ? [] : [value]);
    expect(input.getAttribute('aria-invalid')).toBe(String(!valid));
    expect(document.querySelector('[role=alert]')?.textContent ?? null).toBe(
      valid ? null : 'A whole number from 0 to 100.',
    );
    // What was refused stays as it was typed, beside the words.
    if (!valid) expect(input.value).toBe(typed);
  });
});

describe('the limits that are folded away', () => {
  it.each<[string, Partial<Limits>]>([
    ['limit-massRename-number', { massRename: { number: 7, percent: 10 } }],
    ['limit-massRename-percent', { massRename: { number: 5, percent: 7 } }],
    ['limit-massManagerChange-number', { massManagerChange: { number: 7, percent: 25 } }],
    ['limit-massManagerChange-percent', { massManagerChange: { number: 10, percent: 7 } }],
    ['limit-shrink', { sourceShrinkPercent: 7 }],
    ['limit-target-shrink', { targetShrinkPercent: 7 }],
    ['limit-minimum', { minimumForPercent: 7 }],
  ])('%s sets its own and nothing else', (id, changed) => {
    const changes: Partial<Limits>[] = [];
    const type = show(
      <MoreLimits t={t} limits={defaultLimits} onChange={(change) => changes.push(change)} onValidity={() => {}} />,
    );
    type(id, '7');
    expect(changes).toEqual([changed]);
  });
});
