import type { ComponentChildren } from 'preact';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly wide?: boolean;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  readonly onClick?: () => void;
  readonly testId?: string;
}

export function Button({ children, kind = 'plain', wide, type = 'button', disabled, onClick, testId }: ButtonProps) {
  return (
    <button
      class={`button ${kind}${wide ? ' wide' : ''}`}
      type={type}
      disabled={disabled ?? false}
      onClick={onClick}
      data-testid={testId}
    >
      {children}
    </button>
  );
}
