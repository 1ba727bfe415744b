import { type Html, html, nothing } from '../html.ts';
import type { View } from './view.ts';

const languageNames = { en: 'English', nl: 'Nederlands', 'nl-en': 'Nederlands', sv: 'Svenska', de: 'Deutsch' };

const profile = ({ skin, texts, own, person, account, templates, switches, session }: View): Html =>
  skin.card(
    texts('profile'),
    html`${skin.fields([
      { label: texts('name'), value: person.name },
      { label: texts('email'), value: account.email },
      {
        label: texts('userType'),
        value: session.profile === 'employee' ? own('Medewerker (System)') : own(templates.own().name),
      },
      { label: texts('language'), value: languageNames[switches.language] },
    ])}<div class="buttons">${skin.button(texts('editProfile'), 'popup 105', true)}</div>`,
  );

const apiToken = ({ skin, texts, apiAccount, account }: View): Html => {
  const title = texts('apiToken');
  if (!apiAccount.active())
    return skin.card(
      title,
      html`<p>${texts('apiIntro')}</p><div class="buttons">${skin.button(texts('activate'), 'do activate-api')}</div>`,
    );
  const token = apiAccount.open();
  if (token === null) return skin.card(title, nothing);
  return skin.card(
    title,
    html`${skin.fields([
      { label: texts('tokenEmail'), value: account.email },
      { label: texts('token'), value: token, accent: true },
    ])}<div class="buttons">${skin.button(texts('resetToken'), 'popup 107')}</div>`,
  );
};

/** User profile, opened at one of its tabs. */
export const writeUserProfile = (view: View, tab: string): Html => {
  const { skin, texts, switches, session } = view;
  const withToken = switches.tokenTab === 'shown' && session.profile === 'admin';
  const open = tab === 'apitoken' && !withToken ? 'profile' : tab;
  const tabs = [
    { label: texts('profile'), command: 'page profile', active: open === 'profile' },
    { label: texts('notifications'), command: 'page profile/notifications', active: open === 'notifications' },
    ...(withToken ? [{ label: texts('apiToken'), command: 'page profile/apitoken', active: open === 'apitoken' }] : []),
  ];
  const body =
    open === 'apitoken'
      ? apiToken(view)
      : open === 'notifications'
        ? skin.card(texts('notifications'), html`<p>${texts('noNotifications')}</p>`)
        : profile(view);
  return html`<h1>${texts('userProfile')}</h1>${skin.tabs(tabs)}<div class="cards">${body}</div>`;
};
