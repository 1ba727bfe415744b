import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { LogFilters, type LogFilterValue } from '../../../components/log/log-filters.tsx';
import { LogTable } from '../../../components/log/log-table.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import type { RunData } from '../../../utils/messaging/schemas/run.ts';
import { useLog } from '../../../utils/ui/use-log.ts';
import { useNow } from '../../../utils/ui/use-now.ts';

import { ExportButtons } from './export-buttons.tsx';

interface LogSectionProps {
  readonly t: Translate;
  readonly run: RunData;
  readonly filter: LogFilterValue;
  readonly onFilter: (filter: LogFilterValue) => void;
}

/** The provisioning log of one run: searched, filtered, page by page. */
export function LogSection({ t, run, filter, onFilter }: LogSectionProps) {
  const [text, setText] = useState('');
  const log = useLog(run.id, filter, text, run.state);
  const now = useNow(60_000);
  return (
    <section class="log" aria-busy={log.loading}>
      <div class="form-actions">
        <ExportButtons t={t} run={run} />
      </div>
      <LogFilters t={t} filter={filter} onFilter={onFilter} text={text} onText={setText} />
      {log.error ? <ErrorNotice t={t} error={log.error} /> : null}
      {log.rows.length > 0 ? <LogTable t={t} rows={log.rows} mode={run.mode} nowMs={now} /> : null}
      {log.rows.length === 0 && log.error === null ? (
        <p class="log-empty soft" role="status">
          {t(log.loading ? 'log.loading' : 'log.empty')}
        </p>
      ) : null}
      {log.next === null ? null : (
        <div>
          <Button disabled={log.loading} onClick={() => void log.loadMore()} testId="log-more">
            {t('action.loadMore')}
          </Button>
        </div>
      )}
    </section>
  );
}
