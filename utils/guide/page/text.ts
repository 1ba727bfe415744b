/** Names of Material icons, which stand in the page as text and are drawn as pictures (nmbrs-ui.md §1.3, §5: consequence 5). */
const ligatures = [
  'home',
  'settings',
  'person',
  'people',
  'group',
  'expand_more',
  'add',
  'edit',
  'close',
  'check',
  'explore',
  'more_vert',
  'account_circle',
  'menu',
  'search',
  'list',
  'lock',
  'vpn_key',
  'arrow_drop_down',
  'chevron_right',
  'keyboard_arrow_down',
];

const leadingLigature = new RegExp(`^(?:${ligatures.join('|')})\\s+(?=\\S)`, 'u');
const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;
const dashes = /[-\u2010-\u2015]/gu;
// NFKC writes the ellipsis as three dots.
// Arrows and triangles say that something opens, and are no part of its name.
const ends = /^[\s*:.•|‹›«»←-⇿■-◿]+|[\s*:.•|‹›«»←-⇿■-◿]+$/gu;
const spaces = /\s+/gu;
/** Most texts of a long page are names of methods, which have nothing to fold but their case. */
const oneWord = /^\w+$/;

/**
 * Brings a text into the form in which texts are compared: NFKC, lower case, no icon names, no invisible characters,
 * single spaces, no dashes, no colon or asterisk at its ends (nmbrs-ui.md §5.2). Icon names are lower case, so that the
 * button "Edit API" keeps its first word.
 */
export function normalise(text: string): string {
  if (oneWord.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKC').replace(invisible, '').replace(spaces, ' ').trim();
  const folded = plain.replace(leadingLigature, '').replace(dashes, ' ').toLowerCase();
  // In capitals ß is SS, so "Schließen" and "SCHLIESSEN" are one label.
  return folded.replaceAll('ß', 'ss').replace(spaces, ' ').replace(ends, '');
}

/** A text as it may be shown or kept: single spaces, nothing invisible. */
export function tidy(text: string): string {
  return text.replace(invisible, '').replace(spaces, ' ').trim();
}

const iconClass = /material-icons|material-symbols|icon|mdi|(?:^|\s)fa[srb]?(?:\s|-)/i;
const iconText = /^[a-z][a-z0-9_]*$|^[^\p{L}\p{N}]*$/u;

/** Whether an element only draws a picture: it has an icon's class, and its text is an icon's name or no word at all. */
export function isIcon(element: Element, tag = element.localName): boolean {
  if (tag === 'svg' || tag === 'img') return true;
  const name = element.getAttribute('class');
  return name !== null && iconClass.test(name) && iconText.test((element.textContent ?? '').trim());
}

/** The text of an element without the names of icons in it. */
export function readText(element: Element): string {
  let text = '';
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue ?? '';
    else if (node.nodeType === Node.ELEMENT_NODE && !isIcon(node as Element)) text += ` ${readText(node as Element)} `;
  }
  return text;
}
