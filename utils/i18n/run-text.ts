import type { Notice } from '../core/errors.ts';
import type { GuardrailFinding } from '../core/guardrails/guardrail.ts';
import { countPeople, type Run } from '../core/run/run.ts';
import { type ErrorText, errorText, serviceName } from './error-text.ts';
import { calendarDay, wholeNumber } from './format.ts';
import type { Translate } from './translator.ts';

/**
 * The outcome of a run that is over (or waits for the admin) in one sentence, and what to do where something failed.
 * `needYou` = people who need the admin.
 */
export function outcomeText(
  t: Translate,
  run: Pick<Run, 'state' | 'mode' | 'counts' | 'error' | 'estimate'>,
  needYou: number,
): ErrorText {
  if (run.error && run.state === 'failed') return errorText(t, run.error);
  const previewed = run.mode === 'dry' && run.state !== 'cancelled' && run.state !== 'awaiting-approval';
  return { what: endText(t, run, needYou), advice: previewed ? previewText(t, run.estimate) : null };
}

function previewText(t: Translate, estimate: Run['estimate']): string {
  const only = t('outcome.previewOnly');
  if (!estimate || estimate.requests === 0) return only;
  return `${only} ${t('outcome.previewTakes', { time: durationText(t, estimate.durationMs) })}`;
}

function endText(t: Translate, run: Pick<Run, 'state' | 'mode' | 'counts'>, needYou: number): string {
  const { counts } = run;
  if (run.state === 'cancelled') return t('outcome.cancelled');
  if (run.state === 'awaiting-approval') return t('outcome.approval');
  if (run.mode === 'dry') {
    const { created, updated, disabled } = counts;
    return t('outcome.preview', { created, updated, disabled });
  }
  const people = countPeople(counts) - counts.waiting - counts.failed;
  const main = needYou > 0 ? t('outcome.needYou', { people, needYou }) : t('outcome.allWell', { people });
  return counts.waiting > 0 ? `${main} ${t('outcome.waiting', { waiting: counts.waiting })}` : main;
}

/** A length of time in words. */
export function durationText(t: Translate, ms: number): string {
  if (ms < 45_000) return t('duration.seconds');
  if (ms < 90 * 60_000) return t('duration.minutes', { minutes: Math.max(1, Math.round(ms / 60_000)) });
  return t('duration.hours', { hours: Math.round(ms / 3_600_000) });
}

export function findingText(t: Translate, finding: GuardrailFinding): string {
  const { number, percent } = { number: undefined, percent: undefined, ...finding.limit };
  const limit = percent === undefined ? wholeNumber(t.locale, number ?? 0) : `${wholeNumber(t.locale, percent)} %`;
  return t(`guardrails.${finding.rule}`, { count: finding.count, of: finding.of, limit });
}

/** A notice in words; null for one that is not known here (a newer engine's). */
export function noticeText(t: Translate, { code, params }: Notice): string | null {
  const key = `notices.${code}`;
  if (!t.has(key)) return null;
  const plain: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'number') plain[name] = value;
    if (typeof value === 'string') plain[name] = name === 'date' ? calendarDay(t.locale, value) : value;
  }
  const attribute = `attributes.${namedAfterAccount[plain.attribute ?? ''] ?? plain.attribute}`;
  if (t.has(attribute)) plain.attribute = t(attribute);
  if (typeof plain.service === 'string') plain.service = serviceName(plain.service);
  return t(key, plain);
}

/** What is called otherwise where it is read than where it is written, and has its text under the latter. */
const namedAfterAccount: Readonly<Record<string, string>> = { manager: 'managerUserName', job: 'title' };
