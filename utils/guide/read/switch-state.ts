import { classWords, clickableOf, clickablesIn, isMadeForClicking } from '../locate/clickable.ts';
import { normalise, readText } from '../page/text.ts';

export type SwitchState = 'on' | 'off' | 'unknown';

export interface SwitchReading {
  readonly state: SwitchState;
  /** What switches it; null where nothing in the row does. */
  readonly control: Element | null;
}

const unknown: SwitchReading = { state: 'unknown', control: null };

// "inactive" contains "active", "inactief" contains "actief": whole words only, and the negative ones first (nmbrs-ui.md §5.3).
const offWords = new Set([
  'inactive',
  'inactief',
  'off',
  'uit',
  'nee',
  'no',
  'false',
  'unchecked',
  'disabled',
  'cross',
  'red',
  'rood',
  'inaktiv',
  'av',
  'nej',
  'aus',
  'nein',
  'uncheck',
  'deny',
  'denied',
  'close',
  'clear',
  'cancel',
  'toggle_off',
  'check_box_outline_blank',
  'radio_button_unchecked',
]);
const onWords = new Set([
  'active',
  'actief',
  'on',
  'aan',
  'ja',
  'yes',
  'true',
  'checked',
  'enabled',
  'check',
  'vink',
  'green',
  'groen',
  'aktiv',
  'på',
  'an',
  'allow',
  'allowed',
  'done',
  'toggle_on',
  'check_box',
  'radio_button_checked',
  'selected',
]);

/** What a list of words says: off wins over on. */
export function stateOfWords(words: Iterable<string>): SwitchState {
  const said = [...words];
  if (said.some((word) => offWords.has(word))) return 'off';
  return said.some((word) => onWords.has(word)) ? 'on' : 'unknown';
}

/** Reads whether a row's switch is on, in the order of trust: a real checkbox, what it tells listeners, classes, pictures, words. */
export function readSwitch(row: Element, nameElement: Element): SwitchReading {
  return (
    fromNative(row) ??
    fromAria(row) ??
    fromClasses(row, nameElement) ??
    fromPictures(row, nameElement) ??
    fromWords(row, nameElement) ??
    unknown
  );
}

function fromNative(row: Element): SwitchReading | null {
  const boxes = [...row.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const [box] = boxes;
  if (box) return boxes.length === 1 ? { state: box.checked ? 'on' : 'off', control: box } : unknown;
  const radios = [...row.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  if (radios.length > 0) return fromRadios(radios);
  const select = row.querySelector('select');
  if (!select) return null;
  const options = [...select.options].map((option) => stateOfWords([normalise(option.textContent ?? '')]));
  const state = options[select.selectedIndex];
  return options.includes('on') && options.includes('off') && state ? { state, control: select } : null;
}

function fromRadios(radios: readonly HTMLInputElement[]): SwitchReading {
  const meaning = (radio: HTMLInputElement): SwitchState => {
    const label = radio.labels?.[0] ?? radio.nextElementSibling ?? radio.parentElement;
    return stateOfWords([normalise(radio.value), normalise(label?.textContent ?? '')]);
  };
  const on = radios.filter((radio) => meaning(radio) === 'on');
  const chosen = radios.filter((radio) => radio.checked);
  const [only] = on;
  if (radios.length !== 2 || !only || on.length !== 1 || chosen.length !== 1) return unknown;
  return only.checked
    ? { state: 'on', control: radios.find((radio) => radio !== only) ?? null }
    : { state: 'off', control: only };
}

function fromAria(row: Element): SwitchReading | null {
  const switches = [...row.querySelectorAll('[role=switch],[role=checkbox],[aria-checked],[aria-pressed]')];
  const [element] = switches;
  if (!element) return null;
  const said = element.getAttribute('aria-checked') ?? element.getAttribute('aria-pressed');
  if (switches.length > 1 || (said !== 'true' && said !== 'false')) return unknown;
  return { state: said === 'true' ? 'on' : 'off', control: element };
}

const leaves = 'a,button,img,i,svg,span,div,[onclick]';

function parts(row: Element, nameElement: Element): readonly Element[] {
  return [...row.querySelectorAll(leaves)].filter((part) => !part.contains(nameElement) && !nameElement.contains(part));
}

function reading(
  row: Element,
  nameElement: Element,
  found: readonly { part: Element; state: SwitchState }[],
): SwitchReading | null {
  const told = found.filter(({ state }) => state !== 'unknown');
  const [first] = told;
  if (!first) return null;
  if (told.some(({ state }) => state !== first.state)) return unknown;
  return { state: first.state, control: controlOf(row, nameElement, first.part) };
}

// What a button beside a written state may say, in the languages of the pages (inferred).
const switchVerb =
  /^(de)?(activate|activeren|activeer|aktivera|aktivieren|inaktivera)$|^(in)?schakel|^switch|^(turn|zet|slå) |^(enable|disable|change|edit|wijzig|toggle|aanzetten|uitzetten)/;

/** What the state stands in where that is made for clicking, else the one thing beside it that may switch, else itself. */
function controlOf(row: Element, nameElement: Element, said: Element): Element {
  const around = clickableOf(said);
  if (isMadeForClicking(around) && row.contains(around) && around !== row) return around;
  const beside = clickablesIn(row).filter((each) => !each.contains(nameElement) && !nameElement.contains(each));
  const [only] = beside;
  if (!only || beside.length > 1) return said;
  const words = normalise(readText(only));
  return words === '' || switchVerb.test(words) || stateOfWords([words]) !== 'unknown' ? only : said;
}

// ExtJS draws a check column as a bare <div> whose class gains "-on" or "-checked" (nmbrs-ui.md §5.5 F; its own convention).
const checkWords = ['check', 'checkbox', 'checkcolumn', 'checkheader', 'checker'];

function fromClasses(row: Element, nameElement: Element): SwitchReading | null {
  const found = parts(row, nameElement).map((part) => {
    const words = classWords(part);
    const isCheck = checkWords.some((word) => words.has(word));
    const said = stateOfWords([...words].filter((word) => !(isCheck && checkWords.includes(word))));
    return { part, state: said === 'unknown' && isCheck && part.firstElementChild === null ? ('off' as const) : said };
  });
  return reading(row, nameElement, found);
}

const pictureNames = ['src', 'alt', 'title', 'aria-label', 'href', 'xlink:href'];

function fromPictures(row: Element, nameElement: Element): SwitchReading | null {
  const found = parts(row, nameElement).map((part) => {
    const names = pictureNames.map((attribute) => part.getAttribute(attribute) ?? '').join(' ');
    const icon = part.firstElementChild === null ? (part.textContent ?? '').trim() : '';
    const words = names.toLowerCase().split(/[^\p{L}]+/u);
    return { part, state: stateOfWords(/^[a-z_]+$/.test(icon) ? [...words, icon] : words) };
  });
  return reading(row, nameElement, found);
}

function fromWords(row: Element, nameElement: Element): SwitchReading | null {
  const cells = [...row.querySelectorAll('*')].filter(
    (part) => part.firstElementChild === null && !part.contains(nameElement) && !nameElement.contains(part),
  );
  const found = cells.map((part) => ({ part, state: stateOfWords([normalise(part.textContent ?? '')]) }));
  return reading(row, nameElement, found);
}
