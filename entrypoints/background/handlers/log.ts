import type { RunId } from '../../../utils/core/ids.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import type { OpenServices } from '../services.ts';
import { queryNeedYou } from './need-you.ts';

export function createLogHandlers(open: OpenServices): Pick<Handlers, 'log.query'> {
  return {
    async 'log.query'({ runId, attention, ...rest }) {
      const { journal } = await open();
      const query = { ...rest, ...(runId === undefined ? {} : { runId: runId as RunId }) };
      return attention ? queryNeedYou(journal, query) : journal.queryLog(query);
    },
  };
}
