const clickable =
  'a,button,summary,label,select,input,[onclick],[role=button],[role=tab],[role=menuitem],[role=link],[role=option],[role=switch],[role=checkbox],[role=treeitem],[tabindex]';

/** Whether an element is made for clicking by its kind, its role or its handler. */
export function isMadeForClicking(element: Element): boolean {
  return element.matches(clickable);
}

/**
 * What reacts to a click on an element: the nearest thing around it that is made for clicking, else the element itself,
 * since a click rises from it to wherever the page listens.
 */
export function clickableOf(element: Element): Element {
  return element.closest(clickable) ?? element;
}

/** A picture may be an element without anything in it, or with the name of an icon. */
const pressable = `${clickable},i,img,svg,[class*=icon]:empty,span[class*=material-icons],span[class*=material-symbols]`;

/** Everything inside an element that may be made for clicking, each only once and the outermost of several. */
export function clickablesIn(element: Element): readonly Element[] {
  return [...element.querySelectorAll(pressable)].filter((candidate) => {
    // Not `closest`, which would ask everything up to the document.
    for (let at = candidate.parentElement; at !== null && at !== element; at = at.parentElement)
      if (at.matches(pressable)) return false;
    return true;
  });
}

const classWord = /[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])/;

/** The words of an element's classes: `x-grid3-check-col-on` gives x, grid3, check, col, on. */
export function classWords(element: Element): ReadonlySet<string> {
  const name = element.getAttribute('class') ?? '';
  return new Set(
    name
      .split(classWord)
      .filter(Boolean)
      .map((word) => word.toLowerCase()),
  );
}

const chosenWords = ['active', 'selected', 'current', 'checked', 'open'];

/** Whether a tab or an item of a list is the chosen one; null where nothing says so. */
export function isChosen(element: Element): boolean | null {
  for (let at: Element | null = element, steps = 0; at !== null && steps < 3; at = at.parentElement, steps += 1) {
    const said = at.getAttribute('aria-selected') ?? at.getAttribute('aria-current') ?? at.getAttribute('aria-pressed');
    if (said !== null) return said !== 'false';
    const words = classWords(at);
    if (words.has('inactive')) return false;
    if (chosenWords.some((word) => words.has(word))) return true;
    if (at !== element && at.querySelectorAll('a,button,[role=tab]').length > 1) return null;
  }
  return null;
}
