// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { CardMessage } from '../../../components/in-page/card-message.tsx';
import { createPresses } from '../../../components/in-page/presses.ts';

const place = document.body;

afterEach(() => render(null, place));

function show(title: string, trusts: boolean) {
  const act = vi.fn();
  const content = { title, text: title, tone: 'info', actions: [{ label: title, kind: 'primary', act }] } as const;
  const presses = createPresses(
    () => trusts,
    () => {},
  );
  render(<CardMessage content={content} warning={null} busy={false} onPress={presses.press} />, place);
  return act;
}

it('takes a name that the page gave as text, whatever it looks like', () => {
  const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>{{token}}';
  show(hostile, true);
  expect(place.querySelector('h3')?.textContent).toBe(hostile);
  expect(place.querySelectorAll('img, script')).toHaveLength(0);
});

it('acts on a click that is trusted, and on no other', () => {
  const refused = show('Go', false);
  place.querySelector<HTMLButtonElement>('.actions button')?.click();
  expect(refused).not.toHaveBeenCalled();
  render(null, place);
  const taken = show('Go', true);
  place.querySelector<HTMLButtonElement>('.actions button')?.click();
  expect(taken).toHaveBeenCalledOnce();
});

it('does one thing at a time, and says when it may be pressed again', async () => {
  let end = () => {};
  const said: boolean[] = [];
  const presses = createPresses(
    () => true,
    () => said.push(presses.busy()),
  );
  const act = vi.fn(
    () =>
      new Promise<void>((done) => {
        end = done;
      }),
  );
  const action = { label: 'Go', kind: 'primary', act } as const;
  const first = presses.press(new MouseEvent('click'), action);
  await presses.press(new MouseEvent('click'), action);
  expect(act).toHaveBeenCalledOnce();
  end();
  await first;
  expect(said).toEqual([true, false]);
});
