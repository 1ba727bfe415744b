// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { press } from '../../../utils/guide/act/press.ts';
import { lookAtPage } from '../../../utils/guide/page/page-index.ts';
import { looksLikeToken, takeToken } from '../../../utils/guide/read/token.ts';
import { describeStructure } from '../../../utils/guide/report/structure.ts';
import { pageOf, read } from './look.ts';
import { token } from './pages.ts';

const secret = '3f9aBc812dE74650aa1f';
const shown = token(`<table><tr><td>Gebruikersnaam</td><td>a@b.example</td></tr>
  <tr><td>API sleutel</td><td><b style="color:blue">${secret}</b></td></tr></table><button>Reset token</button>`);

describe('the token tab', () => {
  it('tells that a token is there, but not the token', () => {
    const { token: reading, index: _index, ...rest } = read(shown);
    expect(reading).toMatchObject({ hasToken: true, hasReset: true, email: 'a@b.example' });
    const { element: _element, ...told } = reading;
    expect(JSON.stringify(told)).not.toContain(secret);
    expect(rest.state).toBe('tokenVisible');
  });

  it.each([
    [
      'a window of its own',
      '<div class="popupwindow"><h2>Token resetten</h2><button>Ja</button><button>Nee</button></div>',
    ],
    [
      'a dialog',
      '<dialog open><p>Weet je het zeker?</p><button>Reset token</button><button>Annuleren</button></dialog>',
    ],
  ])('sees that the page asks about resetting it in %s', (_, question) => {
    expect(read(shown).token.resetAsked).toBe(false);
    expect(read(shown + question).token.resetAsked).toBe(true);
  });

  it('does not take a whole profile in a window for that question, and calls the button as the page does', () => {
    const inWindow = `<div class="modal">${shown.replace('Reset token', 'TOKEN RESETTEN')}</div>`;
    expect(read(inWindow).token).toMatchObject({ resetAsked: false, resetWords: 'TOKEN RESETTEN' });
  });

  it.each([
    '<button>Reset token</button>',
    '<a title="Token resetten" onclick="x()"><i></i></a>',
    '<input type="button" value="Template toepassen">',
    '<a href="#"><i class="material-icons">check</i> Apply template for users</a>',
  ])('is never pressed: %s', (button) => {
    const page = pageOf(token(`${button}<button id="other">Activate API Account</button>`));
    const heard: string[] = [];
    for (const name of ['pointerdown', 'mousedown', 'click'])
      page.addEventListener(name, ({ target }) => heard.push((target as Element).id), true);
    const dangerous = page.querySelector('.tabs + div')?.firstElementChild as Element;
    expect(press(dangerous)).toBe(false);
    expect(heard).toEqual([]);
    expect(press(page.querySelector('#other') as Element)).toBe(true);
    expect(heard).toEqual(['other', 'other', 'other']);
  });

  it('gives it only when it is taken', () => {
    expect(takeToken(lookAtPage(pageOf(shown)))).toEqual({ email: 'a@b.example', token: secret });
    expect(takeToken(lookAtPage(pageOf(token('<p>Token</p>'))))).toBeNull();
  });

  it.each([
    [secret, true],
    ['short', false],
    ['a@very-long-address.example', false],
    ['https://acme.nmbrs.nl/some/where', false],
    ['••••••••••••••••••••', false],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', false],
    ['two words that are long', false],
  ])('%s can be a token: %s', (text, expected) => {
    expect(looksLikeToken(text)).toBe(expected);
  });

  it('is in no structure report, and neither is any other value', () => {
    const page = pageOf(shown);
    const report = describeStructure(lookAtPage(page), null);
    for (const value of [secret, 'a@b.example', 'admin@acme.example', 'Acme']) expect(report).not.toContain(value);
    expect(report).toContain('"API sleutel"');
  });

  it('reports no text that is not a label, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6, unit: fc.constantFrom(...'abcdefgh &<>"1234567890') }), (text) => {
        const page = pageOf('<main><p></p></main>');
        const place = page.querySelector('p') as Element;
        place.textContent = `~${text}~`;
        expect(describeStructure(lookAtPage(page), null)).not.toContain(`~${text}~`);
      }),
    );
  });
});
