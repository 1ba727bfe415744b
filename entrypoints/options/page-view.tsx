import type { FunctionComponent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ErrorNotice } from '../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Button } from '../../components/form/button.tsx';
import type { Translate } from '../../utils/i18n/translator.ts';
import type { Route } from '../../utils/ui/route.ts';
import { useLoaded } from '../../utils/ui/use-loaded.ts';
import type { RunStatus } from '../../utils/ui/use-run.ts';
import type { PageProps } from './page-props.ts';
import { pages } from './pages.ts';

interface PageViewProps {
  readonly t: Translate;
  readonly route: Route;
  readonly run: RunStatus;
}

/** The page that the address names: its bundle is fetched, its title set, and after a change of page it is where the keyboard goes on. */
export function PageView({ t, route, run }: PageViewProps) {
  const { title, load } = pages[route.page];
  // What a page is given is of its own kind by the registry's type; here any of them may come.
  const { value, error, reload } = useLoaded(route.page, async () => ({
    Page: (await load()).default as FunctionComponent<PageProps<Route['page']>>,
  }));
  const opened = useRef(route.page);
  const name = `${t(title)} – ${t('app.name')}`;
  useEffect(() => {
    document.title = name;
    if (opened.current === route.page) return;
    opened.current = route.page;
    document.getElementById('main')?.focus();
    scrollTo(0, 0);
  }, [route.page, name]);

  if (value !== null) return <value.Page t={t} route={route} run={run} />;
  if (error === null) return <Skeleton label={t('state.loading')} heights={[48, 120, 320]} />;
  return (
    <ErrorNotice t={t} error={error}>
      <div class="actions">
        <Button onClick={reload}>{t('action.retry')}</Button>
      </div>
    </ErrorNotice>
  );
}
