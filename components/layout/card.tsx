import type { ComponentChildren } from 'preact';

interface CardProps {
  readonly title?: string;
  readonly lead?: string;
  /** Stands at the right of the title. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly testId?: string;
}

export function Card({ title, lead, aside, children, testId }: CardProps) {
  return (
    <section class="card" data-testid={testId}>
      {title === undefined ? null : (
        <header class="card-header">
          <h2>{title}</h2>
          {aside}
          {lead ? <p class="soft">{lead}</p> : null}
        </header>
      )}
      {children}
    </section>
  );
}
