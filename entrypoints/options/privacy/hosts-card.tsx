import { useEffect } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import { askToReach, onHostsChanged } from '../../../utils/platform/permissions.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { useLoaded } from '../../../utils/ui/use-loaded.ts';

/** Every host with its reason; allowed and taken back with a click, here or in the browser's own settings. */
export function HostsCard({ t }: { readonly t: Translate }) {
  const { value, error, reload } = useLoaded('hosts', () => background('permissions.list', null));
  // The first thing in the click: Firefox forgets it otherwise.
  const allow = useAction(async (origin: string) => void (await askToReach([origin])));
  const revoke = useAction(async (origin: string) => void (await background('permissions.revoke', { origin })));
  useEffect(() => onHostsChanged(reload), []);
  const failure = error ?? allow.error ?? revoke.error;
  return (
    <Card title={t('hosts.title')} lead={t('hosts.lead')} testId="hosts">
      {failure ? <ErrorNotice t={t} error={failure} /> : null}
      {value?.length === 0 ? <p class="faint">{t('hosts.none')}</p> : null}
      <table class="plain-table">
        <tbody>
          {value?.map(({ origin, purpose, granted }) => (
            <tr key={origin} data-testid="host-row">
              <th scope="row">{origin.replace('/*', '')}</th>
              <td>{t(purpose === null ? 'hosts.unused' : `hosts.${purpose}`)}</td>
              <td>{t(granted ? 'hosts.allowed' : 'hosts.notAllowed')}</td>
              <td>
                {granted ? (
                  <Button disabled={revoke.busy} onClick={() => void revoke.run(origin)}>
                    {t('hosts.revoke')}
                  </Button>
                ) : (
                  <Button disabled={allow.busy} onClick={() => void allow.run(origin)}>
                    {t('hosts.allow')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
