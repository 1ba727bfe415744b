import type { Frame, Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserKinds } from '../../browser/browser-kind.ts';
import { eventually } from '../../browser/companion-page.ts';
import { enterNmbrs } from '../../support/admin.ts';
import {
  beginHandover,
  clickText,
  closeFlow,
  flowField,
  flowFrame,
  openIntegrations,
  pressIntegration,
} from '../../support/javelo-admin.ts';
import { clickCardUntil } from '../../support/page-card.ts';
import { useStage } from '../stage.ts';

const skins = [
  { name: 'French', switches: { language: 'fr' } },
  {
    name: 'other words, a table, slowly',
    switches: { labels: 'other', layout: 'table', listing: 'table', renderMs: 400 },
  },
  { name: 'French in other words, a list of lines', switches: { language: 'fr', labels: 'other', listing: 'text' } },
] as const;

describe.each(browserKinds)('the hosted way in %s when Javelo looks otherwise', (kind) => {
  const stage = useStage(kind, 5);
  let javelo: Page;

  beforeEach(async () => {
    await stage.control.reset();
  });
  afterEach(() => javelo.close());

  async function open(token = stage.credentials.nmbrsToken): Promise<Frame> {
    const { companion, sandbox, credentials } = stage;
    const options = await companion.openOptions('connection');
    await enterNmbrs(options, { ...credentials, nmbrsToken: token });
    await options.close();
    await (await beginHandover(companion, sandbox.ready, 'hosted')).close();
    javelo = await openIntegrations(companion, sandbox.ready);
    await pressIntegration(javelo, 'Nmbrs', /^Connect/);
    return flowFrame(javelo);
  }

  async function fill(flow: Frame): Promise<void> {
    await clickCardUntil(javelo, 'the subdomain page', () => flowField(flow, 'subdomain'));
    await clickCardUntil(javelo, 'the list', async () => ((await flow.$('.list')) ? true : null));
    await clickCardUntil(javelo, 'the page of credentials', () => flowField(flow, 'email'));
    await clickCardUntil(javelo, 'the token', async () => (await flowField(flow, 'token')) || null);
  }

  const setUp = (flow: Frame) => clickText(flow, 'button', /Set up integration|Configurer l’intégration/);
  const status = async () => (await stage.control.state()).javelo.integrations.nmbrs;
  const completed = () => eventually('the connection', async () => (await status()) === 'completed' || null);

  // Firefox is shown the farthest from the usual; what a page says is read by the same code in both.
  it.each(kind === 'firefox' ? skins.slice(-1) : skins)('$name', async ({ switches }) => {
    await stage.control.switchProfile({ javeloPages: switches });
    const flow = await open();
    await fill(flow);
    await setUp(flow);
    await completed();
  });

  if (kind === 'firefox') return;

  it('is refused, says so, and fills again after the correction', async () => {
    const flow = await open('not-the-token-of-anybody-at-all');
    await fill(flow);
    await setUp(flow);
    await eventually('the refusal', async () => ((await flow.$('#token[aria-invalid]')) ? true : null));
    const options = await stage.companion.openOptions('connection');
    await enterNmbrs(options, stage.credentials);
    await options.close();
    await javelo.bringToFront();
    const right = stage.credentials.nmbrsToken;
    await clickCardUntil(javelo, 'the right token', async () => (await flowField(flow, 'token')) === right || null);
    await setUp(flow);
    await completed();
  });

  it('is left half way, and begun again', async () => {
    const flow = await open();
    await clickCardUntil(javelo, 'the subdomain page', () => flowField(flow, 'subdomain'));
    await closeFlow(javelo, flow);
    await eventually('the flow to close', async () =>
      javelo.frames().some((each) => /\/link\//.test(each.url())) ? null : true,
    );
    expect(await status()).toBe('incomplete');
    await pressIntegration(javelo, 'Nmbrs', /^Connect/);
    const again = await flowFrame(javelo);
    await fill(again);
    await setUp(again);
    await completed();
  });
});
