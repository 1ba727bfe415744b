import { calendarDay } from '../../utils/i18n/format.ts';
import { valueText } from '../../utils/i18n/log-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { SmallSelect } from '../form/small-select.tsx';
import { Card } from '../layout/card.tsx';
import { type DriftChoice, type DriftItem, driftChoices } from './drift-item.ts';

interface DriftCardProps {
  readonly t: Translate;
  readonly item: DriftItem;
  readonly onChoose: (attribute: DriftItem['differences'][number]['attribute'], choice: DriftChoice) => void;
}

/** One person whose account is not as it was left: each value with what becomes of it. */
export function DriftCard({ t, item, onChoose }: DriftCardProps) {
  return (
    <Card title={item.displayName} lead={item.userName} testId="drift-item">
      {item.isGone ? (
        <p>{t('drift.gone')}</p>
      ) : (
        <div class="table-frame">
          <table>
            <caption class="visually-hidden">{item.displayName}</caption>
            <thead>
              <tr>
                <th scope="col">{t('drift.attribute')}</th>
                <th scope="col">{t('drift.applied')}</th>
                <th scope="col">{t('drift.found')}</th>
                <th scope="col">{t('drift.choice')}</th>
              </tr>
            </thead>
            <tbody>
              {item.differences.map(({ attribute, applied, found, canBeLeft, decision }) => (
                <tr key={attribute}>
                  <th scope="row">{t(`attributes.${attribute}`)}</th>
                  <td>{valueText(t, applied)}</td>
                  <td>{valueText(t, found)}</td>
                  <td>
                    {canBeLeft ? (
                      <SmallSelect
                        label={`${t('drift.choice')}: ${t(`attributes.${attribute}`)}`}
                        value={chosen(decision)}
                        options={[...madeBefore(t, decision), ...choicesOf(t)]}
                        onChange={(choice) => choice !== 'ignored' && onChoose(attribute, choice)}
                        testId="drift-choice"
                      />
                    ) : (
                      t('drift.choice.restore')
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

type Decision = DriftItem['differences'][number]['decision'];

/** A decision as it is shown: one that ends has an entry of its own, with its last day. */
function chosen(decision: Decision): DriftChoice | 'ignored' {
  if (decision === null) return 'restore';
  return decision.choice === 'accept' ? 'accept' : 'ignored';
}

function madeBefore(t: Translate, decision: Decision): readonly { value: 'ignored'; label: string }[] {
  if (!decision?.until) return [];
  return [{ value: 'ignored', label: t('drift.ignored', { day: calendarDay(t.locale, decision.until.slice(0, 10)) }) }];
}

function choicesOf(t: Translate): readonly { value: DriftChoice; label: string }[] {
  return driftChoices.map((value) => ({ value, label: t(`drift.choice.${value}`) }));
}
