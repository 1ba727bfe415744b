import { PageHeader } from '../../../components/layout/page-header.tsx';
import type { PageProps } from '../page-props.ts';
import { DataCard } from './data-card.tsx';
import { EraseCard } from './erase-card.tsx';
import { HostsCard } from './hosts-card.tsx';
import { VaultCard } from './vault-card.tsx';

/** What is read, where it goes, how long it stays; and the means to end each of it. */
export default function PrivacyPage({ t }: PageProps<'privacy'>) {
  return (
    <>
      <PageHeader title={t('privacy.title')} lead={t('privacy.lead')} />
      <DataCard t={t} />
      <VaultCard t={t} />
      <HostsCard t={t} />
      <EraseCard t={t} />
    </>
  );
}
