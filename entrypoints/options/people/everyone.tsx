import { useMemo, useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Toggle } from '../../../components/form/toggle.tsx';
import { EmptyState } from '../../../components/layout/empty-state.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { PeopleTable } from '../../../components/people/people-table.tsx';
import { type PersonState, personState, personStates } from '../../../components/people/person-state.ts';
import { TableTools } from '../../../components/table/table-tools.tsx';
import { wholeNumber } from '../../../utils/i18n/format.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import type { PersonBrief } from '../../../utils/messaging/schemas/people.ts';
import { routeHash } from '../../../utils/ui/route.ts';
import { arrangeRows } from '../../../utils/ui/table/arrange-rows.ts';
import { usePeople } from '../../../utils/ui/use-people.ts';
import type { RunStatus } from '../../../utils/ui/use-run.ts';
import { FirstStep } from '../first-step.tsx';

const textOf = (person: PersonBrief): string => `${person.displayName}\n${person.userName ?? ''}\n${person.sourceId}`;

const sortKeys: Readonly<Record<string, (person: PersonBrief) => string>> = {
  person: (person) => person.displayName,
  state: (person) => `${personStates.indexOf(personState(person))} ${person.displayName}`,
  title: (person) => person.title ?? '',
  company: (person) => person.companyName,
};

/** Everyone as the last run found them. */
export function Everyone({ t, run }: { readonly t: Translate; readonly run: RunStatus }) {
  const people = usePeople(String(run.latest?.run.id));
  const [state, setState] = useState<PersonState | null>(null);
  const [search, setSearch] = useState('');
  const [grouped, setGrouped] = useState(false);
  const [sort, setSort] = useState({ column: 'state', descending: false });
  const counts = useMemo(() => Map.groupBy(people.rows, personState), [people.rows]);
  const lines = useMemo(
    () =>
      arrangeRows(people.rows, {
        keep: (person) => state === null || personState(person) === state,
        search,
        textOf,
        sortBy: sortKeys[sort.column] ?? textOf,
        descending: sort.descending,
        groupBy: grouped ? (person) => person.companyName : null,
        locale: t.locale,
      }),
    [people.rows, state, search, sort, grouped, t.locale],
  );
  const shown = lines.reduce((sum, line) => sum + (line.kind === 'row' ? 1 : 0), 0);
  return (
    <>
      <PageHeader title={t('people.title')} lead={t('people.lead')} />
      {people.error ? <ErrorNotice t={t} error={people.error} /> : null}
      {people.rows.length === 0 && !people.complete && people.error === null ? (
        <Skeleton label={t('log.loading')} heights={[36, 420]} />
      ) : null}
      {people.rows.length === 0 && people.complete ? (
        <EmptyState icon="people" title={t('people.none.title')} text={t('people.none.text')}>
          <FirstStep t={t} />
        </EmptyState>
      ) : null}
      {people.rows.length === 0 ? null : (
        <section class="table-section" aria-label={t('people.title')} aria-busy={!people.complete}>
          <div class="chips">
            {personStates
              .filter((one) => counts.has(one))
              .map((one) => (
                <Toggle
                  key={one}
                  label={`${t(`person.state.${one}`)} ${wholeNumber(t.locale, counts.get(one)?.length ?? 0)}`}
                  pressed={state === one}
                  onChange={(pressed) => setState(pressed ? one : null)}
                  testId={`people-${one}`}
                />
              ))}
          </div>
          <TableTools searchLabel={t('log.search')} text={search} onText={setSearch} testId="people-search">
            <Toggle label={t('plan.byCompany')} pressed={grouped} onChange={setGrouped} />
            <span class="table-count faint" role="status" data-testid="people-shown">
              {people.complete ? t('plan.shown', { count: shown }) : t('log.loading')}
            </span>
          </TableTools>
          {shown === 0 && people.complete ? (
            <p class="log-empty soft">{t('log.empty')}</p>
          ) : (
            <PeopleTable
              t={t}
              lines={lines}
              sort={sort}
              onSort={setSort}
              onOpen={({ sourceId }) => {
                location.hash = routeHash({ page: 'people', sourceId });
              }}
            />
          )}
        </section>
      )}
    </>
  );
}
