import { type RowKind, rowKinds } from './row-kinds.ts';
import { settings } from './settings.ts';

/** One method with whether it is on now. */
export interface Right {
  readonly method: string;
  on: boolean;
}

const rowHeight = 32;
const drawnAtOnce = 30;

/**
 * The list of methods. `all` draws every row, `lazy` more of them as one scrolls, `virtual` only those in sight: there
 * the same elements show other methods after scrolling.
 */
export const createList = (place: HTMLElement, press: (right: Right) => void) => {
  const kind: RowKind = rowKinds[settings.toggle];
  const shown = new Map<HTMLElement, Right>();
  let rights: readonly Right[] = [];
  let bare = false;
  let drawn = 0;
  let body: HTMLElement = place;
  let before = kind.spacer();
  let after = kind.spacer();

  const fill = (row: HTMLElement, right: Right): void => {
    shown.set(row, right);
    kind.update(row, right, bare);
  };

  const create = (right: Right): HTMLElement => {
    const row: HTMLElement = kind.create(() => {
      const current = shown.get(row);
      if (current) press(current);
    });
    fill(row, right);
    return row;
  };

  const drawMore = (): void => {
    const more = settings.rows === 'all' ? rights.slice(drawn) : rights.slice(drawn, drawn + drawnAtOnce);
    body.append(...more.map(create));
    drawn += more.length;
  };

  const drawWindow = (): void => {
    const first = Math.max(0, Math.min(Math.floor(place.scrollTop / rowHeight) - 2, rights.length - drawnAtOnce));
    const inSight = rights.slice(first, first + drawnAtOnce);
    const rows = [...shown.keys()];
    for (const [at, right] of inSight.entries()) {
      const row = rows[at];
      if (row) fill(row, right);
      else after.before(create(right));
    }
    kind.setHeight(before, first * rowHeight);
    kind.setHeight(after, (rights.length - first - inSight.length) * rowHeight);
  };

  const draw = (): void => {
    const { scrollTop } = place;
    const parts = kind.container();
    shown.clear();
    place.replaceChildren(parts.outer);
    body = parts.body;
    const wanted = Math.max(drawn, 1);
    drawn = 0;
    if (settings.rows === 'virtual') {
      before = kind.spacer();
      after = kind.spacer();
      body.append(before, after);
      place.scrollTop = scrollTop;
      drawWindow();
    } else while (drawn < Math.min(wanted, rights.length)) drawMore();
    place.scrollTop = scrollTop;
  };

  place.addEventListener('scroll', () => {
    if (settings.rows === 'virtual') drawWindow();
    else if (place.scrollTop + place.clientHeight > place.scrollHeight - rowHeight * 3) drawMore();
  });

  return {
    show: (all: readonly Right[]): void => {
      rights = all;
      drawn = 0;
      place.scrollTop = 0;
      bare = settings.halfMs > 0;
      draw();
      if (!bare) return;
      window.setTimeout(() => {
        bare = false;
        draw();
      }, settings.halfMs);
    },
    refresh: (right: Right): void => {
      for (const [row, current] of shown) if (current === right) kind.update(row, right, bare);
    },
    drawAgain: draw,
  };
};
