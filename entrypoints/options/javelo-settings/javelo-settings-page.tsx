import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Button } from '../../../components/form/button.tsx';
import { EmptyState } from '../../../components/layout/empty-state.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import type { ProfileOverrides } from '../../../utils/core/connection/profile-setting.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { useLoaded } from '../../../utils/ui/use-loaded.ts';
import { FirstStep } from '../first-step.tsx';
import type { PageProps } from '../page-props.ts';
import { ProfileCards } from './profile-cards.tsx';

/** How Javelo is spoken to: what is assumed, what was found out, and what the admin knows better. */
export default function JaveloSettingsPage({ t, run }: PageProps<'javelo-settings'>) {
  const loaded = useLoaded('profile', () => background('target.profile', null));
  const [edited, setEdited] = useState<ProfileOverrides | null>(null);
  const save = useAction((overrides: ProfileOverrides) => background('target.saveProfile', { overrides }));
  const again = useAction(() => background('target.findOutAgain', null));
  const profile = save.result ?? again.result ?? loaded.value;
  const error = save.error ?? again.error ?? loaded.error;
  const busy = save.busy || again.busy || run.live !== null;
  const unconnected = profile === null && error?.code === 'not-connected';

  const change = (next: ProfileOverrides) => {
    setEdited(next);
    save.reset();
  };
  const store = async (overrides: ProfileOverrides) => {
    again.reset();
    if (await save.run(overrides)) setEdited(null);
  };
  const findOut = async () => {
    save.reset();
    if (await again.run()) loaded.reload();
  };

  return (
    <>
      <PageHeader title={t('profile.title')} lead={t('profile.lead')}>
        {unconnected ? null : (
          <Button disabled={busy} onClick={() => void findOut()} testId="find-out-again">
            {t('profile.findOutAgain')}
          </Button>
        )}
      </PageHeader>
      {unconnected ? (
        <EmptyState icon="javelo" title={t('errors.not-connected.what')} text={t('profile.none.text')}>
          <FirstStep t={t} />
        </EmptyState>
      ) : null}
      {error && !unconnected ? <ErrorNotice t={t} error={error} testId="error" /> : null}
      {again.result ? <Notice tone="good" title={t('profile.forgotten')} /> : null}
      {profile === null && !error ? <Skeleton label={t('state.loading')} heights={[220, 220, 220]} /> : null}
      {profile ? (
        <ProfileCards
          t={t}
          profile={profile}
          edited={edited}
          busy={busy}
          saved={save.result !== null}
          onChange={change}
          onSave={(overrides) => void store(overrides)}
        />
      ) : null}
    </>
  );
}
