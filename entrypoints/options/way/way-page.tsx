import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Field } from '../../../components/form/field.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { background } from '../../../utils/messaging/background-client.ts';
import type { WayView } from '../../../utils/messaging/contract/way.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { useLoaded } from '../../../utils/ui/use-loaded.ts';
import type { PageProps } from '../page-props.ts';
import { FlowHostForm } from './flow-host-form.tsx';
import { WayCard } from './way-card.tsx';

/** The two ways side by side, one of them chosen, and where the hand-over begins. */
export default function WayPage({ t }: PageProps<'way'>) {
  const { value, error } = useLoaded('way', () => background('way.get', null));
  const [changed, setChanged] = useState<WayView | null>(null);
  const [address, setAddress] = useState('');
  const ended = useAction(async () => setChanged(await background('way.hostedEnded', null)));
  const view = changed ?? value;
  return (
    <>
      <PageHeader title={t('way.title')} lead={t('way.lead')} />
      {error ? <ErrorNotice t={t} error={error} /> : null}
      {view === null ? (
        error === null && <Skeleton label={t('state.loading')} heights={[320, 320]} />
      ) : (
        <>
          {view.both ? (
            <Notice tone="warn" title={t('way.both.title')} text={t('way.both.text')} testId="way-both">
              <div class="actions">
                <Button disabled={ended.busy} onClick={() => void ended.run()} testId="way-ended">
                  {t('way.both.ended')}
                </Button>
              </div>
            </Notice>
          ) : null}
          <Field
            id="javelo-tenant"
            label={t('way.address')}
            hint={t('way.address.hint')}
            placeholder={t('javelo.address.placeholder')}
            value={address}
            onInput={setAddress}
            testId="way-address"
          />
          <div class="columns even">
            <WayCard t={t} way="hosted" view={view} address={address} onChanged={setChanged} />
            <WayCard t={t} way="direct" view={view} address={address} onChanged={setChanged} />
          </div>
          {view.permissions === null ? null : (
            <p class="faint" data-testid="way-permissions">
              {t('way.permissions', { count: view.permissions })}
            </p>
          )}
          <FlowHostForm t={t} host={view.flowHost} onChanged={setChanged} />
        </>
      )}
    </>
  );
}
