import '../../../assets/styles/scope.css';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { SaveBar } from '../../../components/form/save-bar.tsx';
import { Select } from '../../../components/form/select.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { ClauseCard } from '../../../components/scope/clause-card.tsx';
import { ScopeCount } from '../../../components/scope/scope-count.tsx';
import { clauseRules, useScope } from '../../../utils/ui/scope/use-scope.ts';
import type { PageProps } from '../page-props.ts';
import { ExcludedPeople } from './excluded-people.tsx';

/** Which people are synchronised at all, counted while the conditions are changed. */
export default function ScopePage({ t }: PageProps<'scope'>) {
  const { scope, choices, count, error, change, isChanged, save } = useScope();
  return (
    <>
      <PageHeader title={t('scope.title')} lead={t('scope.lead')} />
      {error ? <ErrorNotice t={t} error={error} testId="error" /> : null}
      {scope === null || choices === null ? (
        error === null && <Skeleton label={t('state.loading')} heights={[72, 280, 280]} />
      ) : (
        <>
          <ScopeCount t={t} count={count} />
          <div class="columns">
            {clauseRules.map((rule) => (
              <ClauseCard
                key={rule}
                t={t}
                rule={rule}
                clause={scope[rule]}
                choices={choices[rule]}
                onChange={(clause) => change({ [rule]: clause })}
              />
            ))}
            <ExcludedPeople
              t={t}
              excluded={scope.excludedPeople}
              onChange={(excludedPeople) => change({ excludedPeople })}
            />
            <Card title={t('scope.outOfScope')} lead={t('scope.outOfScope.lead')}>
              <Select
                id="scope-out"
                label={t('scope.outOfScope.label')}
                value={scope.outOfScope}
                options={(['leave', 'disable'] as const).map((way) => ({
                  value: way,
                  label: t(`scope.outOfScope.${way}`),
                }))}
                onChange={(outOfScope) => change({ outOfScope })}
                testId="scope-out"
              />
            </Card>
          </div>
        </>
      )}
      <SaveBar t={t} save={save} isChanged={isChanged} note={t('form.nextRun')} />
    </>
  );
}
