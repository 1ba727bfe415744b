import { isActionable } from '../core/log/attention.ts';
import type { LogEntry } from '../core/log/log-entry.ts';
import { errorText } from './error-text.ts';
import { calendarDay, relativeTime } from './format.ts';
import type { MessageParams, Translate } from './translator.ts';

/** What one row of the provisioning log says in words: why, and what the admin can do. */
export function reasonText(
  t: Translate,
  entry: Pick<LogEntry, 'outcome' | 'reason' | 'params' | 'error'> & { readonly retryAt: string | null },
  nowMs: number,
): { readonly what: string; readonly advice: string | null } {
  if (entry.error) {
    const { what, advice } = errorText(t, entry.error);
    const retry = entry.retryAt ? t('log.retryAt', { when: relativeTime(t.locale, entry.retryAt, nowMs) }) : null;
    return { what, advice: retry ?? advice };
  }
  const what = t(`reasons.${entry.reason}`, readable(t, entry.params));
  if (entry.outcome === 'skipped' && isActionable(entry.reason)) return { what, advice: t(`advice.${entry.reason}`) };
  if (entry.reason !== 'changed-since' && entry.params.changedSince !== undefined) {
    return { what, advice: t('log.changedSince', readable(t, entry.params)) };
  }
  if (entry.params.left !== undefined) return { what, advice: t('log.left', readable(t, entry.params)) };
  const note = `managerNotes.${entry.params.managerNote}`;
  return { what, advice: t.has(note) ? t(note) : null };
}

/** A value of an attribute as people read it. */
export function valueText(t: Translate, value: string | boolean | null): string {
  if (value === null || value === '') return t('log.emptyValue');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return calendarDay(t.locale, value);
  return value;
}

/** Names of attributes, separated by commas, as people read them. */
function attributeNames(t: Translate, names: string): string {
  const shown = names.split(', ').map((name) => {
    const key = `attributes.${name}`;
    return t.has(key) ? t(key) : name;
  });
  return shown.join(', ');
}

function readable(t: Translate, params: MessageParams): MessageParams {
  const { startsOn, rule, value, changedSince, left } = params;
  return {
    ...params,
    rule: rule ?? 'none',
    left: attributeNames(t, String(left ?? '')),
    changedSince: attributeNames(t, String(changedSince ?? '')),
    value: value === undefined || value === '' ? 'none' : value,
    startsOn: typeof startsOn === 'string' ? calendarDay(t.locale, startsOn) : 'none',
  };
}
