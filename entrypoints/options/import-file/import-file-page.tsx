import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { EmptyState } from '../../../components/layout/empty-state.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { ImportProblems } from '../../../components/target/import-problems.tsx';
import { toWorkbook } from '../../../utils/export/import-workbook.ts';
import { saveFile } from '../../../utils/ui/save-file.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { useImportFile } from '../../../utils/ui/use-import-file.ts';
import { LiveProgress } from '../history/live-progress.tsx';
import type { PageProps } from '../page-props.ts';

/** For a Javelo without SCIM: everybody in the Excel file that Javelo's own import takes. */
export default function ImportFilePage({ t, run }: PageProps<'import-file'>) {
  const file = useImportFile();
  const save = useAction(async () => {
    const made = await file.run();
    if (made) {
      const workbook = await toWorkbook(made);
      saveFile(workbook.name, workbook, workbook.type);
    }
    await run.refresh();
  });
  const error = file.error ?? save.error;
  return (
    <>
      <PageHeader title={t('importFile.title')} lead={t('importFile.explain')}>
        <Button
          kind="primary"
          disabled={save.busy || run.live !== null}
          onClick={() => void save.run()}
          testId="make-import-file"
        >
          {t('importFile.make')}
        </Button>
      </PageHeader>
      {error ? <ErrorNotice t={t} error={error} testId="error" /> : null}
      {run.live ? <LiveProgress t={t} live={run.live} /> : null}
      {file.result || save.busy || run.live ? null : (
        <EmptyState icon="file" title={t('importFile.none.title')} text={t('importFile.none.text')} />
      )}
      {file.result && !save.busy ? (
        <Notice
          tone="good"
          title={t('importFile.made', { people: file.result.rows.length })}
          text={t('importFile.next')}
          testId="import-file-made"
        />
      ) : null}
      {file.result && file.result.problems.length > 0 ? (
        <Card title={t('importFile.problems', { count: file.result.problems.length })}>
          <ImportProblems t={t} problems={file.result.problems} />
        </Card>
      ) : null}
    </>
  );
}
