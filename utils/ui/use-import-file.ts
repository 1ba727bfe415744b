import { CompanionError } from '../core/errors.ts';
import type { LogEntry } from '../core/log/log-entry.ts';
import { hasEnded } from '../core/run/run.ts';
import { type ImportFile, importFileOf } from '../export/import-from-log.ts';
import { background } from '../messaging/background-client.ts';
import type { RunData } from '../messaging/schemas/run.ts';
import { watchSession } from '../platform/session-store.ts';
import { liveRunKey } from '../platform/status.ts';
import { type Action, useAction } from './use-action.ts';

const rowsPerPage = 500;

/** Reads everybody from the source, and gives Javelo's import file of them. */
export function useImportFile(): Action<[], ImportFile> {
  return useAction(async () => {
    const { runId } = await background('runs.start', { mode: 'dry', against: 'nothing' });
    const run = await ended(runId);
    if (run.error) throw new CompanionError(run.error.code, run.error.params);
    return importFileOf(async (cursor) => {
      const page = await background('log.query', {
        runId,
        limit: rowsPerPage,
        ...(cursor === null ? {} : { cursor }),
      });
      // The schema's rows are the journal's, with plain texts for ids.
      return { entries: page.entries as unknown as readonly LogEntry[], next: page.next };
    });
  });
}

/** Waits for the end of a run: asked at first, and whenever something is published. */
function ended(runId: string): Promise<RunData> {
  return new Promise((resolve, reject) => {
    const look = () => {
      background('runs.get', { runId }).then((detail) => {
        if (!detail) finish(() => reject(new CompanionError('run-cancelled')));
        else if (hasEnded(detail.run)) finish(() => resolve(detail.run));
      }, reject);
    };
    const stop = watchSession(liveRunKey, look);
    const finish = (tell: () => void) => {
      stop();
      tell();
    };
    look();
  });
}
