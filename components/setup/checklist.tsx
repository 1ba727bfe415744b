import type { ComponentChildren } from 'preact';
import type { Translate } from '../../utils/i18n/translator.ts';
import { Icon } from '../icon.tsx';

export interface ChecklistStep {
  readonly id: string;
  readonly title: string;
  readonly done: boolean;
  /** More about the step, and ways to do it; only where there is room. */
  readonly more?: ComponentChildren;
}

interface ChecklistProps {
  readonly t: Translate;
  readonly steps: readonly ChecklistStep[];
}

/** The steps of the set-up: what is done, and what comes next. */
export function Checklist({ t, steps }: ChecklistProps) {
  const next = steps.findIndex(({ done }) => !done);
  return (
    <ol class="checklist" data-testid="checklist">
      {steps.map(({ id, title, done, more }, index) => (
        <li
          key={id}
          class={done ? 'done' : index === next ? 'next' : 'later'}
          aria-current={index === next ? 'step' : undefined}
          data-testid={`step-${id}`}
          data-done={done}
        >
          <span class="checklist-mark">
            {done ? <Icon name="check" size={14} /> : <span aria-hidden="true">{index + 1}</span>}
          </span>
          <div class="checklist-body">
            <span class="checklist-title">
              {title}
              {done ? <span class="visually-hidden"> ({t('setup.done')})</span> : null}
            </span>
            {more}
          </div>
        </li>
      ))}
    </ol>
  );
}
