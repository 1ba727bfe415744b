// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { CardMessage } from '../../../components/in-page/card-message.tsx';

const place = document.body;

afterEach(() => render(null, place));

function show(title: string, trusts: boolean) {
  const act = vi.fn();
  const content = { title, text: title, tone: 'info', actions: [{ label: title, kind: 'primary', act }] } as const;
  render(<CardMessage content={content} coveredText="Covered." trusts={() => trusts} />, place);
  return act;
}

it('takes a name that the page gave as text, whatever it looks like', () => {
  const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>{{token}}';
  show(hostile, true);
  expect(place.querySelector('h3')?.textContent).toBe(hostile);
  expect(place.querySelectorAll('img, script')).toHaveLength(0);
});

it('acts on a click that is trusted, and on no other', async () => {
  const refused = show('Go', false);
  place.querySelector<HTMLButtonElement>('.actions button')?.click();
  expect(refused).not.toHaveBeenCalled();
  render(null, place);
  const taken = show('Go', true);
  place.querySelector<HTMLButtonElement>('.actions button')?.click();
  await vi.waitFor(() => expect(taken).toHaveBeenCalledOnce());
});
