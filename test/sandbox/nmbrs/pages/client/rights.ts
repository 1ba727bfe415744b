import { startChoice } from './choice.ts';
import { createList, type Right } from './list.ts';
import { get, post } from './server.ts';
import { settings } from './settings.ts';

const handler = '/handlers/popups/Settings/ApiRightsHandler.ashx';

export interface RightsEditor {
  readonly drawAgain: () => void;
}

/** The list of rights of one template: loads a service's methods, switches them, and saves at once or by the button. */
export const startRights = (editor: HTMLElement): RightsEditor => {
  const template = editor.dataset.template ?? '';
  const message = editor.querySelector('.message');
  const place = editor.querySelector<HTMLElement>('.apirights--list');
  if (!place) throw new Error('the popup has no place for the list');
  const { texts } = settings;
  let service = '';
  let rights: Right[] = [];
  const unsaved = new Map<string, boolean>();

  const tell = (text: string): void => {
    if (message) message.textContent = text;
  };

  const send = async (changes: Readonly<Record<string, boolean>>): Promise<void> => {
    const of = service;
    const { refused } = (await post(handler, {
      action: 'save',
      template,
      service: of,
      args: JSON.stringify(changes),
    })) as {
      refused: readonly string[];
    };
    if (of !== service) return;
    for (const right of rights) {
      const wanted = changes[right.method];
      if (wanted === undefined) continue;
      right.on = refused.includes(right.method) ? !wanted : wanted;
      list.refresh(right);
    }
    tell(refused.length > 0 ? texts.refused : texts.saved);
  };

  const press = (right: Right): void => {
    const wanted = !right.on;
    if (settings.save === 'auto') {
      void send({ [right.method]: wanted });
      return;
    }
    right.on = wanted;
    unsaved.set(right.method, wanted);
    list.refresh(right);
    tell('');
  };

  const list = createList(place, press);

  const choose = async (chosen: string): Promise<void> => {
    service = chosen;
    // What was not saved is lost, as it is when a form is left.
    unsaved.clear();
    tell('');
    list.show([]);
    const { rows } = (await get(handler, { template, service: chosen })) as { rows: Right[] };
    if (service !== chosen) return;
    rights = rows.map((row) => ({ ...row }));
    list.show(rights);
  };

  startChoice(editor, settings.services, (chosen) => void choose(chosen));
  editor.querySelector('.apirights--save')?.addEventListener('click', (event) => {
    event.preventDefault();
    void send(Object.fromEntries(unsaved)).then(() => unsaved.clear());
  });
  return { drawAgain: list.drawAgain };
};
