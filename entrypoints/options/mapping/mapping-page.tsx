import '../../../assets/styles/mapping.css';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Button } from '../../../components/form/button.tsx';
import { SaveBar } from '../../../components/form/save-bar.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { MappingRow } from '../../../components/mapping/mapping-row.tsx';
import {
  defaultMapping,
  type MappableAttribute,
  mappableAttributes,
} from '../../../utils/core/mapping/mapping-rule.ts';
import { useMapping } from '../../../utils/ui/mapping/use-mapping.ts';
import type { PageProps } from '../page-props.ts';

/** Which of a person's values becomes which attribute in Javelo, seen on a real person while it is changed. */
export default function MappingPage({ t }: PageProps<'mapping'>) {
  const state = useMapping();
  const { mapping, example } = state;
  const shown = (attribute: MappableAttribute): string | null => {
    const row = example?.rows.find((one) => one.attribute === attribute);
    if (!row) return null;
    return row.unspoken === null ? String(row.mapped ?? t('mapping.nothing')) : t(`mapping.unspoken.${row.unspoken}`);
  };
  return (
    <>
      <PageHeader title={t('mapping.title')} lead={t('mapping.lead')}>
        {mapping !== null && Object.keys(mapping).length > 0 ? (
          <Button onClick={state.resetAll} testId="mapping-reset-all">
            {t('mapping.resetAll')}
          </Button>
        ) : null}
      </PageHeader>
      {state.error ? <ErrorNotice t={t} error={state.error} testId="error" /> : null}
      {!state.ready ? (
        state.error === null && <Skeleton label={t('state.loading')} heights={[520]} />
      ) : (
        <Card>
          <div class="mapping-head">
            <span>{t('mapping.column.javelo')}</span>
            <span>{t('mapping.column.nmbrs')}</span>
            <span class="mapping-person">
              {example === null ? t('mapping.noExample') : t('mapping.column.example', { name: example.displayName })}
              {state.canChangePerson ? (
                <Button kind="quiet" onClick={state.nextPerson} testId="mapping-next-person">
                  {t('mapping.nextPerson')}
                </Button>
              ) : null}
            </span>
          </div>
          {mappableAttributes.map((attribute) => (
            <MappingRow
              key={attribute}
              t={t}
              attribute={attribute}
              rule={state.ruleOf(attribute)}
              isDefault={state.isDefault(attribute)}
              example={shown(attribute)}
              onChange={(rule) => state.setRule(attribute, rule)}
              onReset={() => state.setRule(attribute, defaultMapping[attribute])}
            />
          ))}
          <p class="faint">{t('mapping.fixed')}</p>
        </Card>
      )}
      <SaveBar t={t} save={state.save} isChanged={state.isChanged} note={t('form.nextRun')} />
    </>
  );
}
