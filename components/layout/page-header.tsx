import type { ComponentChildren } from 'preact';

interface PageHeaderProps {
  readonly title: string;
  readonly lead: string;
  readonly children?: ComponentChildren;
}

/** A page's title with one line about it, and its actions at the right. */
export function PageHeader({ title, lead, children }: PageHeaderProps) {
  return (
    <header class="page-header">
      <div>
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </div>
      {children}
    </header>
  );
}
