import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import type { RunData } from '../../../utils/messaging/schemas/run.ts';
import { exportLog, type LogFormat } from '../../../utils/ui/export-log.ts';
import { useAction } from '../../../utils/ui/use-action.ts';

interface ExportButtonsProps {
  readonly t: Translate;
  readonly run: RunData;
}

/** Everyone in the table as a file, for a spreadsheet or for another program. */
export function ExportButtons({ t, run }: ExportButtonsProps) {
  const save = useAction((format: LogFormat) =>
    exportLog(run.id, format, `${run.mode === 'dry' ? 'preview' : 'run'}-${run.startedAt.slice(0, 10)}`),
  );
  return (
    <div class="form-actions">
      {(['csv', 'json'] as const).map((format) => (
        <Button key={format} disabled={save.busy} onClick={() => void save.run(format)} testId={`export-${format}`}>
          {t(`plan.export.${format}`)}
        </Button>
      ))}
      {save.error ? <ErrorNotice t={t} error={save.error} /> : null}
    </div>
  );
}
