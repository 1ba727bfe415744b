import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Translate } from '../../utils/i18n/translator.ts';
import { BrandMark } from '../brand-mark.tsx';
import { Icon } from '../icon.tsx';
import { Navigation, type NavigationGroup } from './navigation.tsx';

interface ShellProps {
  readonly t: Translate;
  readonly groups: readonly NavigationGroup[];
  /** What holds on every page: demo, offline, quarantine, a run that goes on. */
  readonly banners: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of the dashboard: navigation at the left (behind a button on narrow screens), the page beside it. */
export function Shell({ t, groups, banners, children }: ShellProps) {
  const [open, setOpen] = useState(false);
  const toMain = () => document.getElementById('main')?.focus();
  return (
    <div class={open ? 'shell open' : 'shell'}>
      <button type="button" class="skip" onClick={toMain}>
        {t('nav.skip')}
      </button>
      <header class="side">
        <div class="side-head">
          <span class="brand">
            <BrandMark size={26} />
            <span>{t('app.name')}</span>
          </span>
          <button
            type="button"
            class="button menu-button"
            aria-expanded={open}
            aria-controls="navigation"
            onClick={() => setOpen(!open)}
            data-testid="menu"
          >
            <Icon name={open ? 'close' : 'menu'} />
            {t('nav.menu')}
          </button>
        </div>
        <Navigation label={t('nav.label')} groups={groups} onChoose={() => setOpen(false)} />
        <p class="side-foot faint">{t('app.independent')}</p>
      </header>
      <main id="main" tabIndex={-1}>
        {banners}
        {children}
      </main>
    </div>
  );
}
