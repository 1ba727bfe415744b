import { element } from './element.ts';
import { isTop, settings } from './settings.ts';

const showTip = (text: string): void => {
  const close = element('div', { class: 'walkme-custom-balloon-close-button', role: 'button' }, '×');
  const balloon = element(
    'div',
    { class: 'walkme-custom-balloon-outer-div' },
    element('div', { class: 'walkme-custom-balloon-content' }, text),
    close,
  );
  close.addEventListener('click', () => balloon.remove());
  document.body.append(balloon);
};

const showNews = ({ title, text, close }: { title: string; text: string; close: string }): void => {
  const button = element('button', { type: 'button', class: 'btn' }, close);
  const dialog = element('dialog', { class: 'news' }, element('h2', {}, title), element('p', {}, text), button);
  button.addEventListener('click', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

const ownParts = '.content, .popup-layer, nmbrs-popup, .rail, .topbar, .usermenu-holder';

/** The first presses go nowhere: what they were meant for is replaced while the button is down. */
const losePresses = (count: number, drawAgain: () => void): void => {
  let left = count;
  let losing = false;
  const isOwn = (event: Event): boolean => event.target instanceof Element && event.target.closest(ownParts) !== null;
  const lose = (event: Event): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  const begin = (event: Event): void => {
    left -= 1;
    lose(event);
    drawAgain();
  };
  window.addEventListener(
    'pointerdown',
    (event) => {
      losing = left > 0 && isOwn(event);
      if (losing) begin(event);
    },
    true,
  );
  for (const type of ['mousedown', 'pointerup', 'mouseup'])
    window.addEventListener(type, (event) => void (losing && lose(event)), true);
  window.addEventListener(
    'click',
    (event) => {
      if (losing) lose(event);
      else if (event.detail === 0 && left > 0 && isOwn(event)) begin(event);
      losing = false;
    },
    true,
  );
};

/** All that makes life on these pages hard, as far as it is switched on (nmbrs-ui.md §5.5, 9). */
export const disturb = (drawAgain: () => void): void => {
  const { zoom, invisible, tip, news, rerenderMs, lostPresses } = settings;
  if (zoom !== 1 && isTop) document.documentElement.style.zoom = String(zoom);
  if (invisible) document.documentElement.classList.add('invisible');
  if (tip !== null && isTop) showTip(tip);
  if (news !== null && isTop) showNews(news);
  if (rerenderMs > 0) window.setInterval(drawAgain, rerenderMs);
  if (lostPresses > 0) losePresses(lostPresses, drawAgain);
};
