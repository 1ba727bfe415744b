import {
  type MappableAttribute,
  type MappedValue,
  type MappingRule,
  type MappingSource,
  sourcesFor,
  takesConstant,
  transformationsFor,
} from '../../utils/core/mapping/mapping-rule.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { Button } from '../form/button.tsx';
import { SmallSelect } from '../form/small-select.tsx';

interface MappingRowProps {
  readonly t: Translate;
  readonly attribute: MappableAttribute;
  readonly rule: MappingRule;
  readonly isDefault: boolean;
  /** What it gives for the person that is shown; null = nobody is. */
  readonly example: string | null;
  readonly onChange: (rule: MappingRule) => void;
  readonly onReset: () => void;
}

/** One attribute in Javelo: where its value comes from, what happens to it on the way, when it is written. */
export function MappingRow({ t, attribute, rule, isDefault, example, onChange, onReset }: MappingRowProps) {
  const name = t(`attributes.${attribute}`);
  const { value } = rule;
  return (
    <fieldset class={rule.write === 'never' ? 'mapping-row off' : 'mapping-row'} data-testid={`mapping-${attribute}`}>
      <legend class="visually-hidden">{name}</legend>
      <div class="mapping-name">
        <strong aria-hidden="true">{name}</strong>
        {isDefault ? null : (
          <Button kind="quiet" onClick={onReset} testId={`mapping-${attribute}-reset`}>
            {t('mapping.reset')}
          </Button>
        )}
      </div>
      <div class="mapping-choices">
        <div class="mapping-pair">
          <Origin t={t} attribute={attribute} value={value} onChange={(next) => onChange({ ...rule, value: next })} />
        </div>
        <div class="mapping-pair">
          <SmallSelect
            label={t('mapping.write')}
            value={rule.write}
            options={(['always', 'on-create', 'never'] as const).map((write) => ({
              value: write,
              label: t(`mapping.write.${write}`),
            }))}
            onChange={(write) => onChange({ ...rule, write })}
            testId={`mapping-${attribute}-write`}
          />
          {rule.write === 'always' && value.from === 'source' ? (
            <SmallSelect
              label={t('mapping.empty')}
              value={rule.whenEmpty}
              options={(['keep', 'clear'] as const).map((when) => ({ value: when, label: t(`mapping.empty.${when}`) }))}
              onChange={(whenEmpty) => onChange({ ...rule, whenEmpty })}
            />
          ) : null}
        </div>
      </div>
      <output class="mapping-example" data-testid={`mapping-${attribute}-example`}>
        {example ?? ''}
      </output>
    </fieldset>
  );
}

const constant = 'constant';

interface OriginProps {
  readonly t: Translate;
  readonly attribute: MappableAttribute;
  readonly value: MappedValue;
  readonly onChange: (value: MappedValue) => void;
}

function Origin({ t, attribute, value, onChange }: OriginProps) {
  const sources: readonly (MappingSource | typeof constant)[] = [
    ...sourcesFor(attribute),
    ...(takesConstant(attribute) ? ([constant] as const) : []),
  ];
  const choose = (source: MappingSource | typeof constant) =>
    onChange(
      source === constant
        ? { from: constant, text: '' }
        : { from: 'source', attribute: source, transformation: 'as-is' },
    );
  const ways = value.from === 'source' ? transformationsFor(attribute, value.attribute) : [];
  return (
    <>
      {sources.length > 1 ? (
        <SmallSelect
          label={t('mapping.from')}
          value={value.from === 'source' ? value.attribute : constant}
          options={sources.map((source) => ({ value: source, label: t(`mapping.from.${source}`) }))}
          onChange={choose}
          testId={`mapping-${attribute}-from`}
        />
      ) : (
        <span class="mapping-only">{t(`mapping.from.${sources[0] ?? constant}`)}</span>
      )}
      {value.from === 'constant' ? (
        <input
          class="small-input"
          aria-label={t('mapping.text')}
          placeholder={t('mapping.text')}
          value={value.text}
          maxLength={200}
          onInput={(event) => onChange({ from: constant, text: event.currentTarget.value })}
          data-testid={`mapping-${attribute}-text`}
        />
      ) : null}
      {value.from === 'source' && ways.length > 1 ? (
        <SmallSelect
          label={t('mapping.as')}
          value={value.transformation}
          options={ways.map((way) => ({ value: way, label: t(`mapping.as.${way}`) }))}
          onChange={(transformation) => onChange({ ...value, transformation })}
          testId={`mapping-${attribute}-as`}
        />
      ) : null}
    </>
  );
}
