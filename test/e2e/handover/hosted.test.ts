import { describe, expect, it } from 'vitest';
import { browserKinds } from '../../browser/browser-kind.ts';
import { eventually } from '../../browser/companion-page.ts';
import { enterNmbrs } from '../../support/admin.ts';
import {
  beginHandover,
  clickText,
  flowField,
  flowFrame,
  openIntegrations,
  pressIntegration,
} from '../../support/javelo-admin.ts';
import { clickCardUntil } from '../../support/page-card.ts';
import { useStage } from '../stage.ts';

describe.each(browserKinds)('the hosted way in %s', (kind) => {
  const stage = useStage(kind, 10);

  it('fills Javelo’s connection flow, one click a page, and leaves the last button to the admin', async () => {
    const { companion, sandbox, control, credentials } = stage;
    const options = await companion.openOptions('connection');
    await enterNmbrs(options, credentials);
    await options.close();
    const way = await beginHandover(companion, sandbox.ready, 'hosted');
    const javelo = await openIntegrations(companion, sandbox.ready);
    await pressIntegration(javelo, 'Nmbrs', /^Connect$/);
    const flow = await flowFrame(javelo);

    await clickCardUntil(javelo, 'the subdomain page', () => flowField(flow, 'subdomain'));
    const list = await clickCardUntil(javelo, 'the list of permissions', () =>
      flow.$$eval('.list code', (nodes) => (nodes.length > 0 ? nodes.map((node) => node.textContent) : null)),
    );
    await clickCardUntil(javelo, 'the page of credentials', () => flowField(flow, 'email'));
    await clickCardUntil(javelo, 'both fields', async () => (await flowField(flow, 'token')) || null);
    expect(await flowField(flow, 'email')).toBe(credentials.email);
    expect(await flowField(flow, 'token')).toBe(credentials.nmbrsToken);
    expect((await control.state()).javelo.integrations.nmbrs).toBe('incomplete');

    await clickText(flow, 'button', /Set up integration/);
    const done = await eventually('the connection', async () => {
      const { integrations } = (await control.state()).javelo;
      return integrations.nmbrs === 'completed' ? integrations : null;
    });
    expect(done.connectedAs).toEqual({ subdomain: credentials.domain, email: credentials.email });
    await way.close();
    const after = await companion.openOptions('way');
    await after.waitText('way-hosted', /Connected/);
    expect(await after.text('way-permissions')).toContain(String(list.length));
  });
});
