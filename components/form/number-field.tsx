interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  /** null = empty: no limit. */
  readonly value: number | null;
  readonly unit: string;
  readonly least?: number;
  readonly most: number;
  readonly onChange: (value: number | null) => void;
}

/** A labelled whole number with its unit. */
export function NumberField({ id, label, value, unit, least = 0, most, onChange }: NumberFieldProps) {
  return (
    <div class="field number-field">
      <label for={id}>{label}</label>
      <span>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          value={value ?? ''}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            const number = Number(typed);
            if (typed === '') onChange(null);
            else if (Number.isInteger(number) && number >= least && number <= most) onChange(number);
          }}
          aria-describedby={`${id}-unit`}
          data-testid={id}
        />
        <span class="soft" id={`${id}-unit`}>
          {unit}
        </span>
      </span>
    </div>
  );
}
