/** Looks again whenever the page has changed and come to rest; gives a function that ends it. */
export function watchPage(page: Document, own: Element, look: () => void, restMs = 120): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    // A page that never rests is looked at all the same: the timer that runs is kept.
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, restMs);
  };
  const observer = new MutationObserver((records) => {
    if (records.some((record) => !isOwn(record, own))) soon();
  });
  observer.observe(page, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['hidden', 'style', 'class', 'open', 'aria-invalid', 'aria-selected', 'aria-checked', 'checked'],
  });
  page.addEventListener('input', soon, { capture: true, passive: true });
  soon();
  return () => {
    observer.disconnect();
    page.removeEventListener('input', soon, { capture: true });
    clearTimeout(timer);
  };
}

function isOwn({ target, addedNodes, removedNodes }: MutationRecord, own: Element): boolean {
  if (target === own) return true;
  const moved = [...addedNodes, ...removedNodes];
  return moved.length > 0 && moved.every((node) => node === own);
}
