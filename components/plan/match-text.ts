import type { MatchEvidence } from '../../utils/core/plan/change.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

/** How the Javelo account was found, in a sentence; null where none was. */
export function matchText(t: Translate, match: MatchEvidence | null): string | null {
  if (match === null) return null;
  return match.by === 'link' ? t('match.link') : t(`match.${match.by}`, { value: match.value });
}
