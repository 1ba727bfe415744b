import type { Companion } from '../browser/companion.ts';
import { CompanionPage } from '../browser/companion-page.ts';
import { followCard, giveConsent, logIn, NmbrsPages, startGuide } from '../support/nmbrs-admin.ts';
import type { SandboxReady } from '../support/sandbox-control.ts';
import type { Pictures } from './pictures.ts';

/** What each sentence of the card is about, as the name of its picture. */
const names: Readonly<Record<string, string>> = {
  loggedOut: 'log-in',
  openUserMenu: 'user-menu',
  openProfile: 'user-profile',
  chooseRoute: 'user-type',
  openSettings: 'settings',
  openGroup: 'user-accounts',
  openTemplates: 'template-users',
  openCog: 'api-column',
  readServices: 'api-rights',
  switchOn: 'api-rights-missing',
  rightsDone: 'api-rights-done',
  openTokenTab: 'token-tab',
  activate: 'token-inactive',
  tokenHidden: 'token-hidden',
  handOver: 'token',
};

/**
 * The admin's way through the Nmbrs pages with the guide: user profile, user type, template users, API rights, token, and
 * the token handed to the companion. Gives how many permissions were switched on, counted by the sandbox.
 */
export async function walkNmbrs(
  companion: Companion,
  ready: SandboxReady,
  pictures: Pictures,
  tell: (line: string) => void,
): Promise<number> {
  const nmbrs = new NmbrsPages(ready);
  await nmbrs.set({ rights: 'limited', ui: { token: 'inactive' } });
  const card = await startGuide(companion, ready);
  const page = new CompanionPage(card.page);
  const seen = async (say: string): Promise<void> => {
    tell(`Nmbrs: ${await card.text('guide-sentence')}`);
    await pictures.take(page, names[say] ?? say);
  };
  await seen(await card.waitSays('loggedOut'));
  await logIn(card.page);
  await followCard(card, ['rightsDone', 'rightsDoneSave'], seen);
  await followCard(card, ['handOver'], seen);
  await card.click('guide-handOver');
  const consent = await giveConsent(companion, ready.nmbrs.app);
  tell(`Nmbrs: ${await consent.waitText('doctor', /\S/)}`);
  await pictures.take(consent, 'token-taken-over', 'page');
  await consent.close();
  await card.page.bringToFront();
  await seen(await card.waitSays('allDone'));
  await card.leave();
  return (await nmbrs.switches()).filter((line) => line.endsWith(' on')).length;
}
