import { useState } from 'preact/hooks';
import { wholeNumber } from '../../utils/i18n/format.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

interface NumberFieldProps {
  readonly t: Translate;
  readonly id: string;
  readonly label: string;
  /** null = empty: no limit. */
  readonly value: number | null;
  readonly unit: string;
  readonly least?: number;
  readonly most: number;
  /** Empty is no answer. */
  readonly required?: boolean;
  readonly onChange: (value: number | null) => void;
  /** Told whether what stands in the field can be taken; while it cannot, the value stays what it was. */
  readonly onValidity: (id: string, valid: boolean) => void;
}

/** A labelled whole number with its unit; what cannot be taken stays in sight, with what could be. */
export function NumberField(props: NumberFieldProps) {
  const { t, id, label, value, unit, least = 0, most, required = false, onChange, onValidity } = props;
  const [refused, setRefused] = useState<string | null>(null);
  const take = (typed: string): void => {
    const number = typed === '' ? null : Number(typed);
    const valid = number === null ? !required : Number.isInteger(number) && number >= least && number <= most;
    setRefused(valid ? null : typed);
    onValidity(id, valid);
    if (valid) onChange(number);
  };
  return (
    <div class="field number-field">
      <label for={id}>{label}</label>
      <span>
        <input
          id={id}
          // As text: a browser keeps to itself what was typed into a field for numbers and is none.
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={refused ?? value ?? ''}
          placeholder={required ? '' : t('settings.limits.none')}
          onInput={(event) => take(event.currentTarget.value.trim())}
          aria-describedby={refused === null ? `${id}-unit` : `${id}-unit ${id}-range`}
          aria-invalid={refused !== null}
          data-testid={id}
        />
        <span class="soft" id={`${id}-unit`}>
          {unit}
        </span>
      </span>
      {refused === null ? null : (
        <span class="field-problem" id={`${id}-range`} role="alert">
          {t('form.range', { least: wholeNumber(t.locale, least), most: wholeNumber(t.locale, most) })}
        </span>
      )}
    </div>
  );
}
