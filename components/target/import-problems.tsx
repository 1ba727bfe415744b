import type { ImportProblem } from '../../utils/export/javelo-import-file.ts';
import { importProblemText } from '../../utils/i18n/import-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

interface ImportProblemsProps {
  readonly t: Translate;
  readonly problems: readonly ImportProblem[];
}

/** Who needs a look before the import file is uploaded, and why. */
export function ImportProblems({ t, problems }: ImportProblemsProps) {
  return (
    <ul class="plain-list" data-testid="import-problems">
      {problems.map((problem) => (
        <li key={`${problem.userName} ${problem.kind}`}>
          <strong>{problem.userName}</strong>
          <span class="soft"> {importProblemText(t, problem)}</span>
        </li>
      ))}
    </ul>
  );
}
