// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { PageCard } from '../../../components/page-card/page-card.tsx';

const words = { brand: 'Companion', fold: 'Fold', unfold: 'Unfold', covered: 'Covered.' };
const place = document.body;

afterEach(() => render(null, place));

function show(title: string, trusts: boolean) {
  const act = vi.fn();
  const content = { title, text: title, tone: 'info', actions: [{ label: title, kind: 'primary', act }] } as const;
  render(<PageCard content={content} words={words} trusts={() => trusts} />, place);
  return act;
}

it('takes a name that the page gave as text, whatever it looks like', () => {
  const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>{{token}}';
  show(hostile, true);
  expect(place.querySelector('h2')?.textContent).toBe(hostile);
  expect(place.querySelectorAll('img, script')).toHaveLength(0);
});

it('acts on a click that is trusted, and on no other', async () => {
  const refused = show('Go', false);
  place.querySelector<HTMLButtonElement>('.action')?.click();
  expect(refused).not.toHaveBeenCalled();
  render(null, place);
  const taken = show('Go', true);
  place.querySelector<HTMLButtonElement>('.action')?.click();
  await vi.waitFor(() => expect(taken).toHaveBeenCalledOnce());
});
