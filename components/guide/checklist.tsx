/** One item of the way through Nmbrs, in words. */
export interface ChecklistLine {
  readonly id: string;
  readonly state: 'done' | 'now' | 'todo' | 'trouble';
  readonly label: string;
  /** What the state means, for those who listen. */
  readonly stateLabel: string;
  /** `5 of 12`; null where nothing is counted. */
  readonly count: string | null;
}

const marks = { done: '✓', now: '→', todo: '', trouble: '!' } as const;

/** The checklist of the guide: the same on the Nmbrs pages and in the popup. */
export function Checklist({ lines }: { readonly lines: readonly ChecklistLine[] }) {
  return (
    <ol class="checklist">
      {lines.map(({ id, state, label, stateLabel, count }) => (
        <li
          key={id}
          class={`checklist-item ${state}`}
          aria-current={state === 'now' ? 'step' : undefined}
          data-testid={`checklist-${id}`}
          data-state={state}
        >
          <span class="checklist-mark" aria-hidden="true">
            {marks[state]}
          </span>
          <span class="checklist-label">{label}</span>
          <span class="visually-hidden">, {stateLabel}</span>
          {count === null ? null : <span class="checklist-count">{count}</span>}
        </li>
      ))}
    </ol>
  );
}
