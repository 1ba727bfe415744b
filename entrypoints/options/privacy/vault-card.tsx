import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import type { RequestOf, ResponseOf } from '../../../utils/messaging/contract.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { useLoaded } from '../../../utils/ui/use-loaded.ts';
import { PassphraseForm } from './passphrase-form.tsx';

export type VaultStatus = ResponseOf<'secrets.status'>;
type SecretName = RequestOf<'secrets.forget'>['name'];

/** Which tokens are here, how long they stay, and what stands before them. Never a token itself. */
export function VaultCard({ t }: { readonly t: Translate }) {
  const loaded = useLoaded('vault', () => background('secrets.status', null));
  const [changed, setChanged] = useState<VaultStatus | null>(null);
  const act = useAction(async (work: () => Promise<VaultStatus>) => setChanged(await work()));
  const status = changed ?? loaded.value;
  const error = act.error ?? loaded.error;
  const forget = (name: SecretName) => act.run(() => background('secrets.forget', { name }));
  const remember = (name: SecretName, wanted: boolean) =>
    act.run(() => background('secrets.remember', { name, remember: wanted }));
  return (
    <Card title={t('vault.title')} lead={t('vault.lead')} testId="vault">
      {error ? <ErrorNotice t={t} error={error} testId="vault-error" /> : null}
      {status === null ? (
        error === null && <Skeleton label={t('state.loading')} heights={[120]} />
      ) : (
        <>
          <table class="plain-table">
            <tbody>
              {status.secrets.map(({ name, present, remembered }) => (
                <tr key={name} data-testid={`vault-${name}`}>
                  <th scope="row">{t(`vault.${name}`)}</th>
                  <td>{t(present ? (remembered ? 'vault.remembered' : 'vault.session') : 'vault.absent')}</td>
                  <td>
                    {present ? (
                      <div class="form-actions">
                        <Button
                          disabled={act.busy || status.locked}
                          onClick={() => void remember(name, !remembered)}
                          testId={`vault-remember-${name}`}
                        >
                          {t(remembered ? 'vault.doNotRemember' : 'vault.remember')}
                        </Button>
                        <Button
                          kind="danger"
                          disabled={act.busy}
                          onClick={() => void forget(name)}
                          testId={`vault-forget-${name}`}
                        >
                          {t('vault.forget')}
                        </Button>
                      </div>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <PassphraseForm t={t} status={status} busy={act.busy} act={(work) => act.run(work)} />
        </>
      )}
    </Card>
  );
}
