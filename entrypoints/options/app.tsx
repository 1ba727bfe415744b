import { BrandMark } from '../../components/brand-mark.tsx';
import type { Translate } from '../../utils/i18n/translator.ts';
import { routeHash, useRoute } from '../../utils/ui/use-route.ts';
import { useRun } from '../../utils/ui/use-run.ts';
import { ConnectionPage } from './connection/connection-page.tsx';
import { HistoryPage } from './history/history-page.tsx';

/** The dashboard: navigation, and the page that the address names. */
export function App({ t }: { readonly t: Translate }) {
  const route = useRoute();
  const run = useRun();
  const links = [
    { label: t('nav.connection'), href: routeHash({ page: 'connection' }), current: route.page === 'connection' },
    { label: t('nav.history'), href: routeHash({ page: 'history', runId: null }), current: route.page === 'history' },
  ];
  return (
    <div class="dashboard">
      <header class="topbar">
        <div class="topbar-inner">
          <span class="brand">
            <BrandMark size={24} />
            <span>{t('app.fullName')}</span>
          </span>
          <nav aria-label={t('nav.label')}>
            {links.map(({ label, href, current }) => (
              <a class="nav-link" key={href} href={href} aria-current={current ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
        </div>
      </header>
      <main>
        {route.page === 'connection' ? (
          <ConnectionPage t={t} run={run} />
        ) : (
          <HistoryPage t={t} run={run} runId={route.runId} attention={route.attention ?? false} />
        )}
      </main>
      <footer class="faint">{t('app.independent')}</footer>
    </div>
  );
}
