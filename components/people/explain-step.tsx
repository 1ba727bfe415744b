import type { ComponentChildren } from 'preact';
import { Icon } from '../icon.tsx';

interface ExplainStepProps {
  readonly title: string;
  /** What was found, in a sentence. */
  readonly text: string;
  readonly state: 'good' | 'stop' | 'none';
  readonly children?: ComponentChildren;
  readonly testId: string;
}

const icons = { good: 'check', stop: 'alert', none: 'next' } as const;

/** One step of the way from Nmbrs to Javelo, for one person. */
export function ExplainStep({ title, text, state, children, testId }: ExplainStepProps) {
  return (
    <li class={`explain-step ${state}`} data-testid={testId} data-state={state}>
      <span class="explain-mark">
        <Icon name={icons[state]} size={16} />
      </span>
      <div class="explain-body">
        <h2>{title}</h2>
        <p>{text}</p>
        {children}
      </div>
    </li>
  );
}
