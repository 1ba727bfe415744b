/** Small pages written from nmbrs-ui.md §2 and §5.5, as a variety of layouts would have them. */

export const shell = (content: string, language: 'en' | 'nl' = 'nl') => `
  <header><span class="logo">Acme</span><a href="#" onclick="menu()">admin@acme.example</a></header>
  <nav><a href="#"><i class="material-icons">home</i><span>HOME</span></a>
  <a href="#"><i class="material-icons">settings</i><span>${language === 'nl' ? 'INSTELLINGEN' : 'SETTINGS'}</span></a></nav>
  <main>${content}</main>`;

export const profile = (userType: string) =>
  shell(`<h1>GEBRUIKER PROFIEL</h1>
  <ul class="tabs"><li class="active"><a href="#">PROFIEL</a></li><li><a href="#">API TOKEN</a></li></ul>
  <table><tr><td>Naam</td><td>A. Dmin</td></tr><tr><td>Type gebruiker:</td><td>${userType}</td></tr></table>`);

const row = (id: number, name: string) => `<tr><td>${name}</td><td><a onclick="OpenPopup(101,'${id}')">▪</a></td>
  <td><a onclick="OpenPopup(102,'${id}')">▪</a></td>
  <td><a title="API bewerken" data-cog="${id}" onclick="OpenPopup(103,'${id}')"><i class="material-icons">settings</i></a></td></tr>`;

export const templates = (client: readonly string[], company: readonly string[] = []) =>
  shell(`<h1>Template users</h1><a class="btn" href="#">Nieuwe template gebruiker</a>
  <table><tr class="grp"><td colspan="4">Master Accountant</td></tr><tr><th>Naam</th><th>Dashboard</th><th>Users</th><th>API</th></tr>
  ${row(1, 'Accountant beheerder')}</table>
  <table><tr class="grp"><td colspan="4">Master Client</td></tr><tr><th>Naam</th><th>Dashboard</th><th>Users</th><th>API</th></tr>
  ${client.map((name, at) => row(10 + at, name)).join('')}
  <tr class="grp"><td colspan="4">Master Bedrijfslogin</td></tr>
  ${company.map((name, at) => row(50 + at, name)).join('')}</table>`);

export const rights = (states: Readonly<Record<string, string>>) =>
  shell(`<div class="popupwindow"><h2>API</h2><label>Webservices</label>
  <select><option>Company Services</option><option>Debtor Services</option><option>Employee Services</option></select>
  <table><tr><th>Method</th><th></th></tr>
  ${Object.entries(states)
    .map(([method, state]) => `<tr><td>${method}</td><td>${state}</td></tr>`)
    .join('')}</table><button>Opslaan</button></div>`);

export const token = (content: string) =>
  shell(`<h1>GEBRUIKER PROFIEL</h1>
  <ul class="tabs"><li><a href="#">PROFIEL</a></li><li class="active"><a href="#">API TOKEN</a></li></ul><div>${content}</div>`);

export const login = `<form><label>Emailadres</label><input type="text"><label>Wachtwoord</label><input type="password">
  <input type="submit" value="Inloggen"></form>`;
