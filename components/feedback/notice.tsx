import type { ComponentChildren } from 'preact';

export type Tone = 'plain' | 'good' | 'warn' | 'bad';

interface NoticeProps {
  readonly tone: Tone;
  readonly title: string;
  readonly text?: string | null;
  readonly children?: ComponentChildren;
  readonly testId?: string;
}

/** One thing to know: a sentence, what to do about it, perhaps a button. Read out when it appears. */
export function Notice({ tone, title, text, children, testId }: NoticeProps) {
  return (
    <div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'} data-testid={testId}>
      <strong>{title}</strong>
      {text ? <span>{text}</span> : null}
      {children}
    </div>
  );
}
