import { Shell } from '../../components/layout/shell.tsx';
import { wholeNumber } from '../../utils/i18n/format.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { pageStart, routeHash } from '../../utils/ui/route.ts';
import { useRoute } from '../../utils/ui/use-route.ts';
import { useRun } from '../../utils/ui/use-run.ts';
import { Banners } from './banners.tsx';
import { PageView } from './page-view.tsx';
import { pageGroups, pages } from './pages.ts';

/** The dashboard: navigation, what holds everywhere, and the page that the address names. */
export function App({ t }: { readonly t: Translate }) {
  const route = useRoute();
  const run = useRun();
  const needYou = run.latest?.needYou ?? 0;
  const groups = pageGroups.map((group) => ({
    label: t(group.title),
    links: group.pages.map((page) => ({
      href: routeHash(pageStart(page)),
      label: t(pages[page].title),
      icon: pages[page].icon,
      current: route.page === page,
      badge: page === 'history' && needYou > 0 ? wholeNumber(t.locale, needYou) : null,
      testId: `nav-${page}`,
    })),
  }));
  return (
    <Shell t={t} groups={groups} banners={<Banners t={t} route={route} run={run} />}>
      <PageView t={t} route={route} run={run} />
    </Shell>
  );
}
