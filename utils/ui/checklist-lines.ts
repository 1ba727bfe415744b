import type { ChecklistItem } from '../core/tour/checklist.ts';
import type { Translate } from '../i18n/translator.ts';

/** The guide's checklist in words, for `Checklist`. */
export function checklistLines(t: Translate, checklist: readonly ChecklistItem[]) {
  return checklist.map(({ id, state, done, total }) => ({
    id,
    state,
    label: t(`guide.item.${id}`),
    stateLabel: t(`guide.state.${state}`),
    count: done === null || total === null ? null : t('guide.item.count', { done, total }),
  }));
}
