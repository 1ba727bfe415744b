import type { ServiceRights } from '../../utils/core/tour/tour.ts';
import type { GuideTranslate } from '../../utils/i18n/bundles/guide.ts';

interface RightsListsProps {
  readonly t: GuideTranslate;
  readonly rights: ServiceRights;
}

/** What the page shows of the permissions: needed and on, needed and off, not clear, on but not needed. */
export function RightsLists({ t, rights }: RightsListsProps) {
  return (
    <div class="rights">
      {(['on', 'missing', 'unclear', 'surplus'] as const)
        .filter((kind) => rights[kind].length > 0)
        .map((kind) => (
          <details key={kind} class={kind} open={kind === 'missing'} data-testid={`guide-list-${kind}`}>
            <summary>{t(`guide.list.${kind}`, { count: rights[kind].length })}</summary>
            {kind === 'surplus' ? <p class="soft">{t('guide.list.surplus.note')}</p> : null}
            <ul class="methods">
              {rights[kind].slice(0, 400).map((method) => (
                <li key={method}>{method}</li>
              ))}
            </ul>
          </details>
        ))}
    </div>
  );
}
