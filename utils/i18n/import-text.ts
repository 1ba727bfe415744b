import type { ImportProblem } from '../export/javelo-import-file.ts';
import type { Translate } from './translator.ts';

/** What is the matter with a person in Javelo's import file, in words. */
export function importProblemText(t: Translate, { kind }: Pick<ImportProblem, 'kind'>): string {
  return t(`importFile.${kind}`);
}
