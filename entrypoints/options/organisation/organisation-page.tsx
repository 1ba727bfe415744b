import { useMemo, useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { EmptyState } from '../../../components/layout/empty-state.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { OrgChart } from '../../../components/organisation/org-chart.tsx';
import { PeopleLinks } from '../../../components/organisation/people-links.tsx';
import { TableTools } from '../../../components/table/table-tools.tsx';
import { background } from '../../../utils/messaging/background-client.ts';
import { buildForest, type OrganisationNode, unfoldTo, unfoldTop } from '../../../utils/ui/organisation/forest.ts';
import { routeHash } from '../../../utils/ui/route.ts';
import { foldText } from '../../../utils/ui/table/arrange-rows.ts';
import { useAllPages } from '../../../utils/ui/use-all-pages.ts';
import { FirstStep } from '../first-step.tsx';
import type { PageProps } from '../page-props.ts';

const pageSize = 1_000;
/** More would be a wall; whoever looks for somebody unfolds or searches. */
const drawnFirst = 40;
const shortestSearch = 2;
const zoom = { least: 0.4, most: 1.6, step: 1.25 };

/** The reporting lines as a picture, and who is missing in it: a wrong manager shows here first. */
export default function OrganisationPage({ t, run }: PageProps<'organisation'>) {
  const people = useAllPages<OrganisationNode>(String(run.latest?.run.id), async (cursor) => {
    const { nodes, next } = await background('organisation.get', {
      limit: pageSize,
      ...(cursor === null ? {} : { cursor }),
    });
    return { rows: nodes, next };
  });
  const forest = useMemo(() => buildForest(people.rows), [people.rows]);
  const [search, setSearch] = useState('');
  const [scale, setScale] = useState(1);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const wanted = foldText(search.trim());
  const looks = wanted.length >= shortestSearch;
  const isFound = ({ name }: Pick<OrganisationNode, 'name'>) => looks && foldText(name).includes(wanted);
  const opened = useMemo(
    () => (looks ? unfoldTo(forest.roots, isFound) : unfoldTop(forest.roots, drawnFirst)),
    [forest, wanted],
  );
  // What the reader folds or unfolds goes before what is open by itself.
  const open = useMemo(() => opened.symmetricDifference(toggled), [opened, toggled]);
  const toggle = (id: string) => setToggled(new Set([id]).symmetricDifference(toggled));
  const found = looks ? people.rows.filter((node) => node.active && isFound(node)).length : 0;
  const hrefOf = (sourceId: string) => routeHash({ page: 'people', sourceId });
  const nobody = people.complete && people.rows.length === 0;

  return (
    <>
      <PageHeader title={t('organisation.title')} lead={t('organisation.lead')} />
      {people.error ? <ErrorNotice t={t} error={people.error} /> : null}
      {!people.complete && people.error === null ? <Skeleton label={t('log.loading')} heights={[36, 480]} /> : null}
      {nobody ? (
        <EmptyState icon="organisation" title={t('people.none.title')} text={t('organisation.none')}>
          <FirstStep t={t} />
        </EmptyState>
      ) : null}
      {people.complete && !nobody ? (
        <>
          <TableTools searchLabel={t('log.search')} text={search} onText={setSearch} testId="org-search">
            <span class="table-count faint" role="status">
              {looks ? t('plan.shown', { count: found }) : ''}
            </span>
            <Button onClick={() => setScale(Math.max(zoom.least, scale / zoom.step))} testId="zoom-out">
              <span aria-hidden="true">−</span>
              <span class="visually-hidden">{t('organisation.smaller')}</span>
            </Button>
            <Button onClick={() => setScale(Math.min(zoom.most, scale * zoom.step))} testId="zoom-in">
              <span aria-hidden="true">+</span>
              <span class="visually-hidden">{t('organisation.larger')}</span>
            </Button>
          </TableTools>
          {forest.roots.length > 0 ? (
            <OrgChart
              t={t}
              roots={forest.roots}
              open={open}
              isFound={(branch) => isFound(branch.node)}
              zoom={scale}
              onToggle={toggle}
              hrefOf={hrefOf}
            />
          ) : null}
          {forest.inLoop.length > 0 ? (
            <Card>
              <PeopleLinks
                title={t('organisation.loop', { count: forest.inLoop.length })}
                text={t('organisation.loop.text')}
                people={forest.inLoop}
                hrefOf={hrefOf}
                testId="org-loop"
              />
            </Card>
          ) : null}
          {forest.alone.length > 0 ? (
            <Card>
              <PeopleLinks
                title={t('organisation.alone', { count: forest.alone.length })}
                text={t('organisation.alone.text')}
                people={forest.alone}
                hrefOf={hrefOf}
                testId="org-alone"
              />
            </Card>
          ) : null}
        </>
      ) : null}
    </>
  );
}
