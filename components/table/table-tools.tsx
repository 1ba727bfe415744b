import type { ComponentChildren } from 'preact';

interface TableToolsProps {
  readonly searchLabel: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly children: ComponentChildren;
  readonly testId: string;
}

/** Search and choices above a table. */
export function TableTools({ searchLabel, text, onText, children, testId }: TableToolsProps) {
  return (
    <div class="table-tools">
      <input
        class="search"
        type="search"
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
        placeholder={searchLabel}
        aria-label={searchLabel}
        data-testid={testId}
      />
      {children}
    </div>
  );
}
