import { chooseForm, type Form, lookAt, type Occupied, type Point, type Size, type Spot, within } from './placement.ts';

/** The forms of the card, the one that says most first; `card.css` draws them by these names. */
const forms = [
  { name: 'wide', folded: false },
  { name: 'narrow', folded: false },
  { name: 'wide brief', folded: false },
  { name: 'narrow brief', folded: false },
  { name: 'line', folded: true },
  { name: 'dot', folded: true },
] as const;
type FormName = (typeof forms)[number]['name'];

/** Distance from the nearer edges, so that what grows or shrinks keeps to its corner. */
interface Anchor {
  readonly right: boolean;
  readonly x: number;
  readonly bottom: boolean;
  readonly y: number;
}

/** Where the card stands and in which form, from one look at the page to the next. `root` holds `place`, which holds both forms. */
export function createStanding(root: ShadowRoot, place: HTMLElement) {
  let anchor: Anchor | null = null;
  /** Where it goes when it may choose; `left` and `right` are the corners at the bottom. */
  let home: 'left' | 'right' | Point = 'right';
  let form: FormName = 'wide';
  let folded = false;
  let foldedByHand = false;
  let openedByHand = false;
  let covers = false;
  let sentence: string | null = null;
  /** The admin has just said how it shall stand. */
  let told = false;
  /** It stands where it should not, because it is in use. */
  let held = false;
  /** What was there when the place was last chosen. */
  let seen = '';

  const windowSize = (): Size => ({ width: innerWidth, height: innerHeight });
  const present = (size: Size): Point | null => {
    if (anchor === null) return null;
    const { width, height } = windowSize();
    return within({ width, height }, size, {
      left: anchor.right ? width - anchor.x - size.width : anchor.x,
      top: anchor.bottom ? height - anchor.y - size.height : anchor.y,
    });
  };
  const wish = (): Point => {
    const { width, height } = windowSize();
    return typeof home === 'string' ? { left: home === 'right' ? width : 0, top: height } : home;
  };
  const measure = (name: FormName, isFolded: boolean): Size => {
    const element = place.querySelector<HTMLElement>(isFolded ? '.tab' : '.card');
    if (element && element.dataset.form !== name) element.dataset.form = name;
    // A rectangle of the browser's own cannot be spread.
    const { width, height } = element?.getBoundingClientRect() ?? { width: 0, height: 0 };
    return { width, height };
  };
  const put = (spot: Spot, size: Size): void => {
    const { width, height } = windowSize();
    const [right, bottom] = [width - spot.left - size.width, height - spot.top - size.height];
    const [isRight, isBottom] = [right < spot.left, bottom < spot.top];
    anchor = { right: isRight, x: isRight ? right : spot.left, bottom: isBottom, y: isBottom ? bottom : spot.top };
    covers = !spot.free;
    place.style.left = `${spot.left}px`;
    place.style.top = `${spot.top}px`;
  };
  const isInUse = (): boolean => place.matches(':hover') || root.activeElement?.matches(':focus-visible') === true;
  /** It stays where it is: it is in use and leaves the target free, or it covers nothing. */
  const stays = (occupied: Occupied, isNew: boolean, scrolled: boolean): boolean => {
    const size = measure(form, folded);
    const at = present(size);
    if (at === null || told) return false;
    const spot = lookAt(at, size, occupied);
    const isGood = spot.free && !isNew && (scrolled ? !folded : form === 'wide');
    held = !isGood && isInUse() && !spot.covers.target;
    if (!isGood && !held) return false;
    put(spot, size);
    return true;
  };

  return {
    folded: () => folded,

    /** Finds room beside what is occupied. `said` names the sentence; `scrolled` = only because something was scrolled. */
    settle(occupied: Occupied, said: string, scrolled: boolean): void {
      const isNew = said !== sentence;
      if (isNew) openedByHand = false;
      sentence = said;
      const before = seen;
      seen = sketch(occupied, measure(form, folded));
      const isSame = seen === before && !isNew && !told && !held && anchor !== null;
      if (isSame || stays(occupied, isNew, scrolled)) return;
      told = held = false;
      const mayOpen = openedByHand || !(foldedByHand || (folded && scrolled));
      const wanted: readonly Form<FormName>[] = forms
        .filter((each) => (each.folded ? !openedByHand : mayOpen))
        .map((each) => ({ ...each, size: () => measure(each.name, each.folded) }));
      const chosen = chooseForm(windowSize(), wanted, occupied, wish(), present);
      if (chosen === null) return;
      folded = chosen.form.folded;
      form = chosen.form.name;
      const size = measure(form, folded);
      put(chosen.spot, size);
      seen = sketch(occupied, size);
    },

    /** The window is another one: what is a good place is thought about anew. */
    resize(): void {
      anchor = null;
    },

    /** The admin folds or opens it. */
    fold(byHand: boolean): void {
      foldedByHand = byHand;
      openedByHand = !byHand;
      told = true;
    },

    /** The admin sends it to the other side. */
    move(): void {
      home = anchor?.right === false ? 'right' : 'left';
      anchor = null;
      told = true;
    },

    /** The admin put it there. */
    drop(at: Point): void {
      home = at;
      anchor = null;
      told = true;
    },

    /** The admin goes on in the page. Gives whether what he opened by hand is in the way there. */
    letGo(): boolean {
      const isInTheWay = openedByHand && covers;
      if (isInTheWay) openedByHand = false;
      told ||= isInTheWay;
      return isInTheWay;
    },
  };
}

/** Tells one state of the window from another: nothing has moved where it is the same. */
function sketch(occupied: Occupied, size: Size): string {
  return JSON.stringify([occupied, size]);
}
