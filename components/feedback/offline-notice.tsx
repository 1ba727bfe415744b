import type { Translate } from '../../utils/i18n/translator.ts';
import { Notice } from './notice.tsx';

/** There is no network: what is shown is what was stored, and what to expect. */
export function OfflineNotice({ t }: { readonly t: Translate }) {
  return <Notice tone="warn" title={t('offline.title')} text={t('offline.text')} testId="offline" />;
}
