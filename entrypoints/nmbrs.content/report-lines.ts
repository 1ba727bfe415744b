import type { SetReport } from '../../utils/guide/act/set-permissions.ts';
import type { GuideTranslate } from '../../utils/i18n/bundles/guide.ts';

/** What came of switching, in sentences. */
export function reportLines(
  t: GuideTranslate,
  { results, ended, saveYourself }: SetReport,
  total: number,
): readonly string[] {
  const methods = (...outcomes: readonly string[]) =>
    results.filter(({ outcome }) => outcomes.includes(outcome)).map(({ permission }) => permission.method);
  const done = methods('done', 'already').length;
  const refused = methods('refused');
  const unclear = methods('unclear', 'notThere');
  return [
    t('guide.report.done', { done, total }),
    ...(refused.length > 0 ? [t('guide.report.refused', { methods: refused.join(', ') })] : []),
    ...(unclear.length > 0 ? [t('guide.report.unclear', { methods: unclear.join(', ') })] : []),
    ...(ended === null ? [] : [t(`guide.report.${ended}`)]),
    ...(saveYourself ? [t('guide.report.saveYourself')] : []),
  ];
}
