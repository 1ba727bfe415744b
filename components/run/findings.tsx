import type { GuardrailFinding } from '../../utils/core/guardrails/guardrail.ts';
import { findingText } from '../../utils/i18n/run-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

interface FindingsProps {
  readonly t: Translate;
  readonly findings: readonly GuardrailFinding[];
}

/** What the safety limits had to say about a plan. */
export function Findings({ t, findings }: FindingsProps) {
  return (
    <ul>
      {findings.map((finding) => (
        <li key={finding.rule} data-testid={`finding-${finding.rule}`}>
          {findingText(t, finding)}{' '}
          {finding.examples.length > 0 ? t('guardrails.examples', { names: finding.examples.join(', ') }) : null}
        </li>
      ))}
    </ul>
  );
}
