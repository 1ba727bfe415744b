interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  /** `secret` is masked, and no browser offers to fill or to keep it. */
  readonly kind?: 'text' | 'email' | 'secret';
  readonly required?: boolean;
  readonly testId?: string;
}

const types = { text: 'text', email: 'email', secret: 'password' } as const;

/** A labelled line of input. */
export function Field({ id, label, value, onInput, hint, placeholder, kind = 'text', required, testId }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        // The attribute types tell the kinds of input apart; what they share is all that is used here.
        type={types[kind] as 'text'}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        placeholder={placeholder ?? ''}
        required={required ?? false}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        data-testid={testId}
      />
      {hint ? (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </div>
  );
}
