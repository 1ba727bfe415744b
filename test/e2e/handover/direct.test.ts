import { describe, expect, it } from 'vitest';
import { browserKinds } from '../../browser/browser-kind.ts';
import { eventually } from '../../browser/companion-page.ts';
import { enterNmbrs, testConnection, waitForEnd } from '../../support/admin.ts';
import { beginHandover, clickText, openIntegrations, pressIntegration } from '../../support/javelo-admin.ts';
import { clickCardUntil } from '../../support/page-card.ts';
import { useStage } from '../stage.ts';

describe.each(browserKinds)('the direct way in %s', (kind) => {
  const stage = useStage(kind, 10);

  it('takes over the token that Javelo shows once, tries it, and goes on to the first preview', async () => {
    const { companion, sandbox, control, credentials } = stage;
    const connection = await companion.openOptions('connection');
    await enterNmbrs(connection, credentials);
    await connection.close();
    const way = await beginHandover(companion, sandbox.ready, 'direct');
    const javelo = await openIntegrations(companion, sandbox.ready);
    await pressIntegration(javelo, 'SCIM', /^Configuration$/);
    await clickText(javelo, '.modal button', /^Activate scim$/);
    const token = await eventually('the token', () =>
      javelo.$eval('#scim-token', (node) => (node as HTMLInputElement).value).catch(() => null),
    );
    // Trying the token is one look at the accounts.
    const looked = async () => (await control.state()).javelo.requests['GET /Users'] ?? null;
    await clickCardUntil(javelo, 'Javelo to be asked', looked);

    const after = await companion.openOptions('connection');
    expect(await after.value('javelo-address')).toBe(
      `${new URL(sandbox.ready.javelo.app).origin.replace('acme', 'api')}/scim/v2`,
    );
    expect(await after.content()).not.toContain(token);
    await testConnection(after, 'javelo', /Connected to Javelo/);
    await after.click('options-preview');
    const run = await waitForEnd(after, null);
    expect(run).toMatchObject({ state: 'succeeded', error: null });
    expect(run.counts.created).toBe((await control.expected()).length);
    expect(await control.writes()).toBe(0);
    await way.close();
  });
});
