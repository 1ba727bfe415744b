import { ExplainStep } from '../../../components/people/explain-step.tsx';
import { MappedValues } from '../../../components/people/mapped-values.tsx';
import { ChangedValues } from '../../../components/plan/changed-values.tsx';
import { matchText } from '../../../components/plan/match-text.ts';
import { needsAttention } from '../../../utils/core/log/attention.ts';
import { dateTime } from '../../../utils/i18n/format.ts';
import { reasonText } from '../../../utils/i18n/log-text.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import type { ExplanationData } from '../../../utils/messaging/schemas/people.ts';

interface ExplainedProps {
  readonly t: Translate;
  readonly explanation: ExplanationData;
  readonly nowMs: number;
}

const leftOut = { outcome: 'skipped', error: null, retryAt: null } as const;

/** The way of one person in five steps: read, in scope, account, values, outcome. */
export function Explained({ t, explanation, nowMs }: ExplainedProps) {
  const { imported, outOfScope, match, mapping, rows } = explanation;
  const [last] = rows;
  const reason = last ? reasonText(t, last, nowMs) : null;
  return (
    <ol class="explain">
      <ExplainStep
        testId="explain-import"
        title={t('person.step.import')}
        state={imported ? 'good' : 'stop'}
        text={
          imported
            ? t('person.imported', {
                status: t(`person.status.${imported.status}`),
                when: dateTime(t.locale, imported.at),
              })
            : t('person.notImported')
        }
      />
      <ExplainStep
        testId="explain-scope"
        title={t('person.step.scope')}
        state={imported === null ? 'none' : outOfScope ? 'stop' : 'good'}
        text={outOfScope ? reasonText(t, { ...leftOut, ...outOfScope }, nowMs).what : t('person.inScope')}
      />
      <ExplainStep
        testId="explain-match"
        title={t('person.step.match')}
        state={match.conflict ? 'stop' : match.link ? 'good' : 'none'}
        text={
          match.conflict
            ? t(`reasons.${match.conflict.reason}`, match.conflict.params)
            : (matchText(t, match.evidence) ??
              (match.link
                ? t('person.linked', { userName: match.link.userName })
                : t(last?.reason === 'new-in-source' ? 'person.noAccount' : 'person.withoutAccount')))
        }
      />
      {mapping.length === 0 ? null : (
        <ExplainStep
          testId="explain-mapping"
          title={t('person.step.mapping')}
          state="good"
          text={t('person.mapping', { count: mapping.filter(({ unspoken }) => unspoken === null).length })}
        >
          <details>
            <summary>{t('person.showValues')}</summary>
            <MappedValues t={t} rows={mapping} />
          </details>
        </ExplainStep>
      )}
      <ExplainStep
        testId="explain-result"
        title={t('person.step.result')}
        state={last === undefined ? 'none' : needsAttention(last) ? 'stop' : 'good'}
        text={reason?.what ?? t('person.noHistory')}
      >
        {reason?.advice ? <p class="soft">{reason.advice}</p> : null}
        {last && last.modified.length > 0 ? (
          <details>
            <summary>{t('log.changes', { count: last.modified.length })}</summary>
            <ChangedValues t={t} modified={last.modified} isNew={last.outcome === 'created'} />
          </details>
        ) : null}
      </ExplainStep>
    </ol>
  );
}
