import { indexAccountsInParts } from '../../core/match/account-index.ts';
import { forEachInParts } from '../../core/parts.ts';
import { isStillTrue } from '../../core/plan/still-true.ts';
import { infoOf, type Session } from '../session.ts';
import { everyKind } from './finish.ts';
import { uniqueAccounts } from './plan-run.ts';

const mostOperations = 1_000_000;

/**
 * The plan has been approved and the target listed anew: it is carried out only if everything it touches still is as it was shown
 * (models.md c.5, octoDNS' checksum). Otherwise it is stale, and nothing of it is sent.
 */
export async function confirmPlan(session: Session): Promise<void> {
  const { journal } = session.deps;
  const pages = await journal.readTargetPages(session.run.id);
  const open = await journal.openOperations(session.run.id, everyKind, mostOperations);
  const isTrue = await session.deps.scheduler.run(
    (function* () {
      const index = yield* indexAccountsInParts([...(yield* uniqueAccounts(pages)).values()]);
      let holds = true;
      yield* forEachInParts(open, ({ change }) => {
        holds &&= isStillTrue(change, index);
      });
      return holds;
    })(),
  );
  if (!isTrue) {
    return session.endWith({ state: 'cancelled', outcome: 'waiting', error: infoOf('plan-stale'), retryAt: null });
  }
  await session.save({
    state: 'applying',
    progress: { done: 0, total: open.length },
    notBeforeMs: 0,
    attempts: 0,
  });
}
