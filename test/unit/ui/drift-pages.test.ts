import { expect, it } from 'vitest';
import { createClient } from '../../../utils/messaging/client.ts';
import { readDriftPages } from '../../../utils/ui/drift-pages.ts';

const total = 450;
const item = (at: number) => ({
  sourceId: String(at),
  targetId: `t${at}`,
  displayName: `Person ${at}`,
  userName: `p${at}@acme.example`,
  isGone: true,
  differences: [],
});

/** The start of every page that a background, answering as ours does, is asked for. */
const asked: number[] = [];
const background = createClient(async (message) => {
  const { limit, cursor } = (message as { request: { limit: number; cursor?: number } }).request;
  const from = cursor ?? 0;
  asked.push(from);
  const to = Math.min(total, from + limit);
  const items = Array.from({ length: to - from }, (_, at) => item(from + at));
  const report = { runId: 'r1', at: '2026-11-24T09:00:00.000Z' };
  return { ok: true, data: { report, items, total, next: to < total ? to : null } };
});

it('the accounts that differ are read as far as they are shown, and one can always go on', async () => {
  const first = await readDriftPages(background, 200);
  expect([first.items.length, first.total, first.next]).toEqual([200, total, 200]);
  expect(asked).toEqual([0]);
  const more = await readDriftPages(background, 400);
  expect(more.items.map(({ sourceId }) => sourceId)).toEqual(Array.from({ length: 400 }, (_, at) => String(at)));
  const all = await readDriftPages(background, 600);
  expect([all.items.length, all.next]).toEqual([total, null]);
});
