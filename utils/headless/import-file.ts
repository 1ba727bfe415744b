import { writeFile } from 'node:fs/promises';
import type { Run } from '../core/run/run.ts';
import { importFileOf } from '../export/import-from-log.ts';
import { toWorkbook } from '../export/import-workbook.ts';
import { importProblemText } from '../i18n/import-text.ts';
import type { Translate } from '../i18n/translator.ts';
import type { Journal } from '../ports/journal.ts';
import type { Problem } from './report.ts';
import { WrongUse } from './wrong-use.ts';

/** Writes Javelo's import file from a dry run's rows; gives what somebody has to look at in it. Throws WrongUse. */
export async function writeImportFile(path: string, journal: Journal, run: Run, t: Translate): Promise<Problem[]> {
  const file = await importFileOf((cursor) => journal.queryLog({ runId: run.id, limit: 1_000, cursor }));
  const workbook = await toWorkbook(file);
  try {
    // Names and e-mail addresses of people are in it.
    await writeFile(path, new Uint8Array(await workbook.arrayBuffer()), { mode: 0o600 });
  } catch {
    throw new WrongUse('--xlsx: this file cannot be written.');
  }
  return file.problems.map((problem) => ({
    person: problem.userName,
    code: `import-${problem.kind}`,
    message: importProblemText(t, problem),
  }));
}
