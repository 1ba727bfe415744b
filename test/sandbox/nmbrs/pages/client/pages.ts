import { element } from './element.ts';
import { drawAgain, insert } from './insert.ts';
import { contentPlace, type Listen, popupPlace } from './place.ts';
import { type RightsEditor, startRights } from './rights.ts';
import { get, post } from './server.ts';
import { settings } from './settings.ts';

interface Popup {
  readonly inside: HTMLElement;
  readonly remove: () => void;
}

const loading = (): HTMLElement => element('div', { class: 'loading' }, '…');

/** Pages, popups and buttons: all inside one document, fetched when they are asked for (nmbrs-ui.md §1.2). */
export const createPages = (listen: Listen) => {
  const content = contentPlace(listen);
  const frame = document.querySelector<HTMLIFrameElement>('iframe.content-frame');
  const popups: Popup[] = [];
  const editors = new Map<HTMLElement, RightsEditor>();
  let asked = 0;

  const startEditor = (place: HTMLElement): void => {
    const rights = place.querySelector<HTMLElement>('.apirights');
    if (rights) editors.set(place, startRights(rights));
    else editors.delete(place);
  };

  const openPage = async (name: string): Promise<void> => {
    asked += 1;
    const mine = asked;
    if (settings.variant === 'C') history.replaceState(null, '', `#/${name}`);
    if (frame) {
      frame.src = `/applications/Common/Frame.aspx?dashlet=${encodeURIComponent(name)}`;
      return;
    }
    if (!content) return;
    content.replaceChildren(loading());
    const { content: markup } = (await get('/handlers/Dashlets/DashletHandler.ashx', { dashlet: name })) as {
      content: string;
    };
    if (mine === asked) insert(content, markup, () => startEditor(content));
  };

  const closePopup = (): void => {
    const popup = popups.pop();
    if (!popup) return;
    popup.remove();
    editors.delete(popup.inside);
  };

  const openPopup = async (id: string, args: string): Promise<void> => {
    const popup: Popup = popupPlace(listen);
    popups.push(popup);
    popup.inside.append(loading());
    try {
      const { content: markup } = (await get('/handlers/Popups/PopupHandler.ashx', {
        action: 'LoadPopup',
        id,
        args,
      })) as {
        content: string;
      };
      insert(popup.inside, markup, () => startEditor(popup.inside));
    } catch {
      closePopup();
    }
  };

  const act = async (name: string): Promise<readonly string[]> => {
    const inputs = [...(popups.at(-1)?.inside.querySelectorAll<HTMLInputElement>('[id^=popupwindow_]') ?? [])];
    const fields = Object.fromEntries(inputs.map(({ id, value }) => [id, value]));
    const { next } = (await post('/handlers/popups/Settings/ActionHandler.ashx', {
      action: name,
      args: JSON.stringify(fields),
    })) as { next: readonly string[] };
    return next;
  };

  return {
    openPage,
    openPopup,
    closePopup,
    act,
    /** Replaces every element of the page and of the lists in popups by another one. */
    drawAgain: (): void => {
      if (content && !editors.has(content)) drawAgain(content);
      for (const editor of editors.values()) editor.drawAgain();
    },
  };
};
