import type { LogEntry } from '../../utils/core/log/log-entry.ts';
import { valueText } from '../../utils/i18n/log-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

interface ChangedValuesProps {
  readonly t: Translate;
  readonly modified: LogEntry['modified'];
  /** A new account has no values before. */
  readonly isNew: boolean;
}

/** Each attribute that is written: what Javelo has now, and what it gets. */
export function ChangedValues({ t, modified, isNew }: ChangedValuesProps) {
  return (
    <table class="changed-values">
      <caption class="visually-hidden">{t('plan.values')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('plan.attribute')}</th>
          {isNew ? null : <th scope="col">{t('plan.before')}</th>}
          <th scope="col">{t(isNew ? 'plan.value' : 'plan.after')}</th>
        </tr>
      </thead>
      <tbody>
        {modified.map(({ attribute, from, to }) => (
          <tr key={attribute} data-testid={`value-${attribute}`}>
            <th scope="row">{t(`attributes.${attribute}`)}</th>
            {isNew ? null : <td class="old">{valueText(t, from)}</td>}
            <td class="new">{valueText(t, to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
