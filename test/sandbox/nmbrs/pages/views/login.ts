import { html } from '../html.ts';
import type { Texts } from '../labels/texts.ts';
import type { PageSwitches } from '../switches.ts';
import { environmentName, writeDocument } from './document.ts';

interface LoginView {
  readonly switches: PageSwitches;
  readonly texts: Texts;
  readonly failed: boolean;
  /** What was typed before. */
  readonly email: string;
}

/** The classic login of the environment itself; element ids as they were seen (nmbrs-ui.md §3). */
export const writeClassicLogin = ({ switches, texts, failed, email }: LoginView): string =>
  writeDocument({
    switches,
    bodyClass: 'login',
    body: html`<form method="post" id="form1" class="login--box">
<input type="hidden" name="__EVENTTARGET" value="ctl00$ContentPlaceHolder2$btnLogin"><input type="hidden" name="__EVENTARGUMENT" value="">
<div class="login--logo">nmbrs</div><h1>${environmentName}</h1>
${failed && html`<div id="returnLogin" class="error">${texts('wrongLogin')}</div>`}
<label for="txtEmail">${texts('email')}</label><input type="email" id="txtEmail" name="ctl00$ContentPlaceHolder2$txtEmail" value="${email}" autocomplete="username">
<label for="txtPassword">${texts('password')}</label><input type="password" id="txtPassword" name="ctl00$ContentPlaceHolder2$txtPassword" autocomplete="current-password">
<button type="submit" id="btnLogin" class="btn">${texts('login')}</button>
<a class="login--forgot" href="?view=2">${texts('forgotPassword')}</a></form>`,
  });

/** The newer login, on a host of its own: first the address, then the password (nmbrs-ui.md §1.1). */
export const writeTwoStepLogin = ({ switches, texts, failed, email }: LoginView): string =>
  writeDocument({
    switches,
    bodyClass: 'login login-new',
    body: html`<form method="post" class="login--box"><div class="login--logo">nmbrs</div>
${failed && html`<div class="validation-summary-errors error">${texts('wrongLogin')}</div>`}
${
  email === '' || failed
    ? html`<label for="Username">${texts('email')}</label><input type="email" id="Username" name="email" value="${email}" autocomplete="username"><button type="submit" id="NextButton" class="btn">${texts('next')}</button>`
    : html`<p>${email}</p><input type="hidden" name="email" value="${email}"><label for="Password">${texts('password')}</label><input type="password" id="Password" name="password" autocomplete="current-password"><button type="submit" id="LoginButton" class="btn">${texts('login')}</button>`
}</form>
<div id="onetrust-banner-sdk"><p>${texts('cookies')}</p><button type="button" id="onetrust-accept-btn-handler" onclick="this.parentNode.remove()">${texts('accept')}</button></div>`,
  });

/** Several profiles behind one address (nmbrs-ui.md §1.3). */
export const writeAccountPicker = ({ switches, texts }: Pick<LoginView, 'switches' | 'texts'>): string =>
  writeDocument({
    switches,
    bodyClass: 'login',
    body: html`<form method="post" class="login--box"><div class="login--logo">nmbrs</div><h1>${texts('chooseProfile')}</h1>
<ul class="account-picker-profile"><li><button name="profile" value="admin"><b>${environmentName}</b><span>${texts('administrator')}</span></button></li>
<li><button name="profile" value="employee"><b>${environmentName}</b><span>${texts('employee')}</span></button></li></ul></form>`,
  });
