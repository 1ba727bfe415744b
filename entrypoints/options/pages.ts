import type { FunctionComponent } from 'preact';
import type { IconName } from '../../components/icon.tsx';
import type { MessageKey } from '../../utils/i18n/messages.ts';
import type { PageName } from '../../utils/ui/route.ts';
import type { PageProps } from './page-props.ts';

interface Page<N extends PageName> {
  readonly title: MessageKey;
  readonly icon: IconName;
  /** Each page is a bundle of its own, loaded when it is opened. */
  readonly load: () => Promise<{ readonly default: FunctionComponent<PageProps<N>> }>;
}

/** Every page of the dashboard: one folder each. */
export const pages: { readonly [N in PageName]: Page<N> } = {
  setup: { title: 'nav.setup', icon: 'setup', load: () => import('./setup/setup-page.tsx') },
  people: { title: 'people.title', icon: 'people', load: () => import('./people/people-page.tsx') },
  organisation: {
    title: 'organisation.title',
    icon: 'organisation',
    load: () => import('./organisation/organisation-page.tsx'),
  },
  preview: { title: 'nav.preview', icon: 'preview', load: () => import('./preview/preview-page.tsx') },
  connection: {
    title: 'nav.connection',
    icon: 'way',
    load: () => import('./connection/connection-page.tsx'),
  },
  way: { title: 'way.title', icon: 'next', load: () => import('./way/way-page.tsx') },
  privacy: { title: 'privacy.title', icon: 'privacy', load: () => import('./privacy/privacy-page.tsx') },
  mapping: { title: 'nav.mapping', icon: 'mapping', load: () => import('./mapping/mapping-page.tsx') },
  scope: { title: 'nav.scope', icon: 'scope', load: () => import('./scope/scope-page.tsx') },
  settings: { title: 'settings.title', icon: 'settings', load: () => import('./settings/settings-page.tsx') },
  drift: { title: 'drift.title', icon: 'drift', load: () => import('./drift/drift-page.tsx') },
  'javelo-settings': {
    title: 'profile.title',
    icon: 'javelo',
    load: () => import('./javelo-settings/javelo-settings-page.tsx'),
  },
  'import-file': {
    title: 'nav.import-file',
    icon: 'file',
    load: () => import('./import-file/import-file-page.tsx'),
  },
  history: { title: 'nav.history', icon: 'history', load: () => import('./history/history-page.tsx') },
};

/** The order of the navigation. */
export const pageGroups = [
  { title: 'nav.group.daily', pages: ['setup', 'people', 'organisation', 'preview', 'history', 'drift'] },
  {
    title: 'nav.group.configure',
    pages: ['connection', 'way', 'javelo-settings', 'scope', 'mapping', 'settings', 'import-file', 'privacy'],
  },
] as const satisfies readonly { readonly title: MessageKey; readonly pages: readonly PageName[] }[];
