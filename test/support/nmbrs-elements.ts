/*
 * These run inside the page, so each must hold all it needs. Open shadow roots are looked into; closed ones cannot be.
 */

/** The innermost visible element that says exactly this, icon names, capitals and a colon aside; best one that can be pressed. */
export const findText = (text: string): Element | null => {
  const say = (node: Element): string => {
    const copy = node.cloneNode(true) as Element;
    for (const icon of copy.querySelectorAll('.material-icons')) icon.remove();
    return (copy.textContent ?? '')
      .normalize('NFKC')
      .replaceAll('\u00ad', '')
      .replace(/[\s:]+/g, ' ')
      .trim()
      .toLowerCase();
  };
  const search = (root: ParentNode): Element | null => {
    let found: Element | null = null;
    for (const node of root.querySelectorAll('*')) {
      if (node.shadowRoot) found = search(node.shadowRoot) ?? found;
      if ((node.textContent ?? '').length > 200 || say(node) !== text.toLowerCase()) continue;
      if (node.localName !== 'option' && node.getClientRects().length === 0) continue;
      const pressable = 'a, button, option, [data-command], [role=option], .x-boundlist-item';
      if (node.closest(pressable) || !found?.closest(pressable)) found = node;
    }
    return found;
  };
  return search(document);
};

/** The icon in a column of the row whose first cell says this. */
export const findIcon = (name: string, column: number): Element | null => {
  const search = (root: ParentNode): Element | null => {
    for (const node of root.querySelectorAll('*')) {
      const inside = node.shadowRoot ? search(node.shadowRoot) : null;
      if (inside) return inside;
      if (!node.matches('tr, [role=row]') || node.firstElementChild?.textContent?.trim() !== name) continue;
      const icon = node.children[column]?.querySelector('a, button, img');
      if (icon) return icon;
    }
    return null;
  };
  return search(document);
};

/** What switches the right of this name. */
export const findControl = (method: string): Element | null => {
  const search = (root: ParentNode): Element | null => {
    for (const node of root.querySelectorAll('*')) {
      const inside = node.shadowRoot ? search(node.shadowRoot) : null;
      if (inside) return inside;
      if (!node.matches('tr, [role=row]') || node.firstElementChild?.textContent?.trim() !== method) continue;
      const control = node.lastElementChild?.querySelector('input, a, [role=switch], .x-grid-checkheader');
      if (control && control.getClientRects().length > 0) return control;
    }
    return null;
  };
  return search(document);
};
