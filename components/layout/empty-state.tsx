import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon.tsx';

interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  /** The way out of it. */
  readonly children?: ComponentChildren;
}

/** There is nothing here yet: why, and what to do. */
export function EmptyState({ icon, title, text, children }: EmptyStateProps) {
  return (
    <section class="empty-state">
      <span class="empty-icon">
        <Icon name={icon} size={28} />
      </span>
      <h2>{title}</h2>
      <p class="soft">{text}</p>
      {children ? <div class="form-actions">{children}</div> : null}
    </section>
  );
}
