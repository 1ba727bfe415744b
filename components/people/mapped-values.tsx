import type { AccountAttribute } from '../../utils/core/account.ts';
import { valueText } from '../../utils/i18n/log-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

export interface MappedValue {
  readonly attribute: AccountAttribute;
  readonly raw: string | null;
  readonly mapped: string | boolean | null;
  readonly unspoken: 'excluded' | 'on-create' | 'unread' | 'empty' | 'manager-unknown' | null;
}

interface MappedValuesProps {
  readonly t: Translate;
  readonly rows: readonly MappedValue[];
}

/** What Nmbrs says and what Javelo gets, attribute by attribute. */
export function MappedValues({ t, rows }: MappedValuesProps) {
  return (
    <div class="table-frame">
      <table class="mapped-values">
        <caption class="visually-hidden">{t('plan.values')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.attribute')}</th>
            <th scope="col">{t('person.inNmbrs')}</th>
            <th scope="col">{t('person.toJavelo')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ attribute, raw, mapped, unspoken }) => (
            <tr key={attribute}>
              <th scope="row">{t(`attributes.${attribute}`)}</th>
              <td>{valueText(t, raw)}</td>
              <td>
                {unspoken === null ? (
                  valueText(t, mapped)
                ) : (
                  <span class="soft">{t(`person.unspoken.${unspoken}`)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
