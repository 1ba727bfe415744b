interface SmallSelectProps<Value extends string> {
  /** For those who do not see what it stands beside. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly testId?: string;
}

/** A choice out of a few inside a row whose heading names it. */
export function SmallSelect<Value extends string>({
  label,
  value,
  options,
  onChange,
  testId,
}: SmallSelectProps<Value>) {
  const choose = (text: string) => {
    const chosen = options.find((option) => option.value === text);
    if (chosen) onChange(chosen.value);
  };
  return (
    <select
      class="small-select"
      aria-label={label}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
      data-testid={testId}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
