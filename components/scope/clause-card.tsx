import { useState } from 'preact/hooks';
import type { Clause } from '../../utils/core/scope/scope.ts';
import { wholeNumber } from '../../utils/i18n/format.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { Button } from '../form/button.tsx';
import { SmallSelect } from '../form/small-select.tsx';
import { Card } from '../layout/card.tsx';

interface ClauseCardProps {
  readonly t: Translate;
  readonly rule: 'companies' | 'departments' | 'emailDomains' | 'contractTypes';
  readonly clause: Clause;
  /** What people have there, the most frequent first. */
  readonly choices: readonly { readonly id: string; readonly name: string; readonly people: number }[];
  readonly onChange: (clause: Clause) => void;
}

/** One condition: nobody is left out by it, or only some are taken, or all but some. */
export function ClauseCard({ t, rule, clause, choices, onChange }: ClauseCardProps) {
  const [typed, setTyped] = useState('');
  const known = new Set(choices.map(({ id }) => id));
  // A value that nobody has any more stays in sight: it still counts.
  const all = [...choices, ...clause.values.filter((id) => !known.has(id)).map((id) => ({ id, name: id, people: 0 }))];
  const toggle = (id: string, on: boolean) =>
    onChange({ ...clause, values: on ? [...clause.values, id] : clause.values.filter((value) => value !== id) });
  const add = () => {
    const value = typed.trim();
    if (value !== '' && !clause.values.includes(value)) onChange({ ...clause, values: [...clause.values, value] });
    setTyped('');
  };
  const nameOf = ({ id, name }: { readonly id: string; readonly name: string }) => {
    const key = `scope.contract.${id}`;
    return rule === 'contractTypes' && t.has(key) ? t(key) : name;
  };
  return (
    <Card
      title={t(`scope.${rule}`)}
      lead={clause.values.length === 0 ? t('scope.everybody') : t(`scope.${clause.mode}.lead`)}
      aside={
        <SmallSelect
          label={t(`scope.${rule}`)}
          value={clause.mode}
          options={(['only', 'except'] as const).map((mode) => ({ value: mode, label: t(`scope.${mode}`) }))}
          onChange={(mode) => onChange({ ...clause, mode })}
          testId={`scope-${rule}-mode`}
        />
      }
      testId={`scope-${rule}`}
    >
      <ul class="scope-values">
        {all.map((choice) => (
          <li key={choice.id}>
            <label>
              <input
                type="checkbox"
                checked={clause.values.includes(choice.id)}
                onChange={(event) => toggle(choice.id, event.currentTarget.checked)}
              />
              <span>{nameOf(choice)}</span>
              <span class="faint">{wholeNumber(t.locale, choice.people)}</span>
            </label>
          </li>
        ))}
        {all.length === 0 ? <li class="faint">{t('scope.nothingKnown')}</li> : null}
      </ul>
      {rule === 'emailDomains' || rule === 'departments' ? (
        <form
          class="scope-add"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <input
            class="small-input"
            aria-label={t(`scope.${rule}.add`)}
            placeholder={t(`scope.${rule}.add`)}
            value={typed}
            maxLength={200}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" disabled={typed.trim() === ''}>
            {t('scope.add')}
          </Button>
        </form>
      ) : null}
    </Card>
  );
}
