import type { Companion } from '../browser/companion.ts';
import { CompanionPage, eventually } from '../browser/companion-page.ts';
import {
  beginHandover,
  clickText,
  flowField,
  flowFrame,
  openIntegrations,
  pressIntegration,
} from '../support/javelo-admin.ts';
import { clickCardUntil } from '../support/page-card.ts';
import type { SandboxControl, SandboxReady } from '../support/sandbox-control.ts';
import type { Pictures } from './pictures.ts';

interface Road {
  readonly companion: Companion;
  readonly ready: SandboxReady;
  readonly control: SandboxControl;
  readonly pictures: Pictures;
  readonly tell: (line: string) => void;
}

/** The hosted way: Javelo's own connection flow, filled in page by page; the admin presses the last button. */
export async function goHosted({ companion, ready, control, pictures, tell }: Road): Promise<void> {
  tell('Hosted way: beginning on the companion’s page');
  const way = await beginHandover(companion, ready, 'hosted');
  await pictures.take(way, 'hosted-begun', 'page');
  const page = await openIntegrations(companion, ready);
  const javelo = new CompanionPage(page);
  await pictures.take(javelo, 'javelo-integrations');
  await pressIntegration(page, 'Nmbrs', /^Connect$/);
  const flow = await flowFrame(page);
  await clickCardUntil(page, 'the subdomain page', () => flowField(flow, 'subdomain'));
  await pictures.take(javelo, 'flow-subdomain');
  await clickCardUntil(page, 'the list of permissions', async () => ((await flow.$('.list')) ? true : null));
  await pictures.take(javelo, 'flow-permissions');
  await clickCardUntil(page, 'the page of credentials', () => flowField(flow, 'email'));
  await clickCardUntil(page, 'the token', async () => (await flowField(flow, 'token')) || null);
  await pictures.take(javelo, 'flow-filled');
  await clickText(flow, 'button', /^Set up integration$/);
  await eventually('Javelo to be connected', async () =>
    (await control.state()).javelo.integrations.nmbrs === 'completed' ? true : null,
  );
  await page.waitForSelector('iframe', { hidden: true });
  await pictures.take(javelo, 'hosted-connected');
  tell('Hosted way: Javelo reads Nmbrs by itself');
  await way.close();
  await page.close();
}

/** Back again: Nmbrs is disconnected inside Javelo, and the companion is told so. */
export async function leaveHosted({ companion, ready, tell }: Road): Promise<void> {
  const page = await openIntegrations(companion, ready);
  await pressIntegration(page, 'Nmbrs', /^Disconnect$/);
  await clickText(page, '.modal label', /I understand/);
  await clickText(page, '.modal button', /^Confirm$/);
  await page.waitForSelector('.modal', { hidden: true });
  await page.close();
  tell('Disconnected inside Javelo, to go the direct way');
}

/** The direct way: SCIM is switched on, and the companion takes over the token that Javelo shows once. */
export async function goDirect({ companion, ready, control, pictures, tell }: Road): Promise<void> {
  tell('Direct way: beginning on the companion’s page');
  const way = await beginHandover(companion, ready, 'direct');
  await pictures.take(way, 'direct-begun', 'page');
  const page = await openIntegrations(companion, ready);
  const javelo = new CompanionPage(page);
  await pressIntegration(page, 'SCIM', /^Configuration$/);
  await pictures.take(javelo, 'scim-activate');
  await clickText(page, '.modal button', /^Activate scim$/);
  await page.waitForSelector('#scim-token');
  await pictures.take(javelo, 'scim-token');
  await clickCardUntil(
    page,
    'Javelo to be asked',
    async () => (await control.state()).javelo.requests['GET /Users'] ?? null,
  );
  await pictures.take(javelo, 'scim-token-taken');
  tell('Direct way: the SCIM token is taken over and accepted');
  await way.close();
  await page.close();
}
