interface StatusDotProps {
  readonly tone: 'idle' | 'good' | 'warn' | 'bad' | 'busy';
}

/** A coloured dot. Decorative: the words stand beside it. */
export function StatusDot({ tone }: StatusDotProps) {
  return <span class={`status-dot ${tone}`} aria-hidden="true" />;
}
