// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchPage } from '../../../entrypoints/nmbrs.content/watch-page.ts';

// Every look tells what there is to be watched from now on.
const look = vi.fn(() => watch.watch([document]));
const card = document.createElement('x-card');
let watch: ReturnType<typeof watchPage>;

beforeEach(() => {
  vi.useFakeTimers();
  look.mockClear();
  document.body.innerHTML = '<main></main>';
  document.documentElement.append(card);
  watch = watchPage(look, card, () => {});
  watch.watch([document]);
});

afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

/** The page draws something, and time goes by. */
async function change(where: Element = document.body): Promise<void> {
  where.append(document.createElement('p'));
  // Observers hear of it in between.
  await vi.advanceTimersByTimeAsync(3_000);
}

it('looks once after a page has changed and come to rest', async () => {
  for (let rows = 0; rows < 50; rows += 1) document.body.append(document.createElement('p'));
  await change();
  expect(look).toHaveBeenCalledTimes(1);
});

it('does not look because its own card has changed', async () => {
  card.setAttribute('style', 'left: 1px');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(look).not.toHaveBeenCalled();
});

it('leaves a page that is none of ours alone: no looks, no timers, whatever the page does', async () => {
  watch.rest();
  for (let changes = 0; changes < 20; changes += 1) await change();
  expect(look).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

it('looks again when the admin does something there, and hears the page from then on', async () => {
  watch.rest();
  document.body.click();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(look).toHaveBeenCalled();
  look.mockClear();
  await change();
  expect(look).toHaveBeenCalledTimes(1);
});

it('has nothing left running when the guide ends', async () => {
  document.body.click();
  watch.stop();
  await change();
  expect(look).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
