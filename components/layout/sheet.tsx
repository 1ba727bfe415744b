import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../icon.tsx';

interface SheetProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly testId: string;
}

/** Details at the side of the page, over it. The browser's own dialog keeps the keyboard inside and gives it back. */
export function Sheet({ title, closeLabel, onClose, children, testId }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before it is painted: a key pressed at once must not meet a sheet that is there and not yet open.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the sheet closes it; the keyboard has Escape and the button
    <dialog
      class="sheet"
      ref={dialog}
      aria-labelledby="sheet-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      data-testid={testId}
    >
      <div class="sheet-body">
        <header class="sheet-head">
          <h2 id="sheet-title">{title}</h2>
          <button type="button" class="icon-button" aria-label={closeLabel} onClick={onClose} data-testid="sheet-close">
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
