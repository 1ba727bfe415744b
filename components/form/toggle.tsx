interface ToggleProps {
  readonly label: string;
  readonly pressed: boolean;
  readonly onChange: (pressed: boolean) => void;
  readonly testId?: string;
}

/** A choice that is on or off and acts at once. */
export function Toggle({ label, pressed, onChange, testId }: ToggleProps) {
  return (
    <button
      type="button"
      class="button toggle"
      aria-pressed={pressed}
      onClick={() => onChange(!pressed)}
      data-testid={testId}
    >
      {label}
    </button>
  );
}
