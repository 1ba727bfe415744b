import { expect, it } from 'vitest';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';
import { connect, syncNow, testConnection } from '../support/admin.ts';
import { ask } from '../support/ask-background.ts';
import { differencesNow } from '../support/compare-expected.ts';
import { useStage } from './stage.ts';

interface RunView {
  readonly id: string;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly task?: { readonly kind: string };
}

interface Page<Row> {
  readonly people: readonly Row[];
  readonly next: unknown;
}

// One browser is enough: what differs between them is behind the same ports as everywhere.
const stage = useStage('chromium', 12);

/** Starts a run by a message and gives it once it is over. */
async function finish(page: CompanionPage, name: string, request: unknown): Promise<RunView> {
  const { runId } = await ask<{ runId: string }>(page, name, request);
  return eventually(`the end of ${name}`, async () => {
    const { run } = await ask<{ run: RunView }>(page, 'runs.get', { runId });
    return ['succeeded', 'partial', 'failed', 'cancelled'].includes(run.state) ? run : null;
  });
}

it('what an admin may rely on works in the browser: explain, one person, export, undo, drift, configuration, erasing', async () => {
  const { companion, control, credentials } = stage;
  const options = await connect(companion, credentials);
  await testConnection(options, 'nmbrs', /Connected/);
  await testConnection(options, 'javelo', /Connected/);
  await syncNow(await companion.openPopup());
  const page = await companion.openOptions('connection');

  const { people } = await ask<Page<{ sourceId: string; linked: boolean; last: { outcome: string } }>>(
    page,
    'people.list',
    { limit: 200 },
  );
  const [one] = people.filter(({ linked, last }) => linked && last.outcome === 'created');
  const explained = await ask<{ mapping: unknown[]; match: { link: unknown }; rows: unknown[] }>(
    page,
    'people.explain',
    {
      sourceId: one?.sourceId,
    },
  );
  expect(explained.match.link).not.toBeNull();
  expect(explained.mapping.length).toBeGreaterThan(10);
  const alone = await finish(page, 'people.sync', { sourceId: one?.sourceId, mode: 'live' });
  expect(alone.counts).toMatchObject({ unchanged: 1, updated: 0, failed: 0 });

  const { text, next } = await ask<{ text: string; next: unknown }>(page, 'log.export', {
    runId: alone.id,
    format: 'json',
  });
  expect(next).toBeNull();
  expect(JSON.parse(text)).toMatchObject([{ sourceId: one?.sourceId }]);

  const [, first] = await ask<readonly RunView[]>(page, 'runs.list', { limit: 10 });
  const undone = await finish(page, 'runs.undo', { runId: first?.id, mode: 'dry' });
  expect(undone.counts.disabled).toBe(first?.counts.created);
  expect(await differencesNow(control)).toEqual([]);

  expect(await finish(page, 'drift.start', null)).toMatchObject({ state: 'succeeded', task: { kind: 'drift' } });
  expect(await ask(page, 'drift.get', { limit: 10 })).toMatchObject({ items: [], report: { at: expect.any(String) } });

  const exported = await ask<{ text: string }>(page, 'config.export', null);
  for (const token of [credentials.nmbrsToken, credentials.javeloToken]) expect(exported.text).not.toContain(token);
  const changed = exported.text.replace('"keepLogDays": 400', '"keepLogDays": 30');
  const imported = { differences: [{ path: 'keepLogDays', before: 400, after: 30 }] };
  expect(await ask(page, 'config.import', { text: changed, apply: false })).toMatchObject({
    ...imported,
    applied: false,
  });
  expect(await ask(page, 'settings.get', null)).toMatchObject({ keepLogDays: 400 });
  expect(await ask(page, 'config.import', { text: changed, apply: true })).toMatchObject({
    ...imported,
    applied: true,
  });
  expect(await ask(page, 'settings.get', null)).toMatchObject({ keepLogDays: 30 });

  await ask(page, 'log.erasePerson', { sourceId: one?.sourceId, exclude: true });
  const rows = await ask<{ entries: readonly { sourceId: string }[] }>(page, 'log.query', { limit: 500 });
  expect(rows.entries.filter(({ sourceId }) => sourceId === one?.sourceId)).toEqual([]);
  expect(await ask(page, 'settings.get', null)).toMatchObject({ scope: { excludedPeople: [one?.sourceId] } });
});
