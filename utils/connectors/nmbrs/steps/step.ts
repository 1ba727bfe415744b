import type { Notice } from '../../../core/errors.ts';
import type { Json } from '../../../core/ids.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Scheduler } from '../../../ports/scheduler.ts';
import type { SourceContext, SourceStep } from '../../../ports/source.ts';
import type { NmbrsCursor } from '../cursor.ts';
import type { NmbrsEndpoints } from '../endpoints.ts';
import type { SoapClient } from '../soap-client.ts';

/** What every step needs of the connection. */
export interface StepTools {
  readonly client: SoapClient;
  readonly endpoints: NmbrsEndpoints;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly context: SourceContext;
  readonly signal: AbortSignal;
}

/** People asked for in one step of Manager_GetCurrent: some seconds of work, and little to repeat after a death. */
export const managerBatch = 200;

/** A step that leads to another. */
export function stepTo(
  next: NmbrsCursor,
  found: Partial<Pick<SourceStep, 'people' | 'managers' | 'remember'>>,
): SourceStep {
  return {
    people: found.people ?? [],
    managers: found.managers ?? [],
    remember: found.remember ?? [],
    progress: progressOf(next),
    // The schema of the cursor holds nothing but JSON.
    next: next as unknown as Json,
  };
}

/** The last step: everything has been read, and this is what was witnessed. */
export function lastStep(
  end: NmbrsCursor,
  found: Partial<Pick<SourceStep, 'people' | 'managers' | 'remember'>>,
): SourceStep {
  const { total } = progressOf(end);
  return {
    people: found.people ?? [],
    managers: found.managers ?? [],
    remember: found.remember ?? [],
    progress: { done: total, total },
    next: null,
    evidence: {
      companies: end.companies.map(({ id, name, answered, people }) => ({
        id,
        name,
        answered: answered === true,
        people,
      })),
      unread: end.unread,
      notices: [...end.notices, ...end.unread.map(toNotice)],
      calls: end.calls,
    },
  };
}

/** The admin is told once per attribute which right is missing; the run goes on without it. */
function toNotice({ attribute, error }: NmbrsCursor['unread'][number]): Notice {
  const { service = '', method = '' } = error.params;
  return { code: 'attribute-not-allowed', params: { attribute, service, method } };
}

/** The environment, every company, and the managers: their first step, and every batch that is known to follow. */
function progressOf(at: NmbrsCursor): SourceStep['progress'] {
  const read = at.companies.filter(({ answered }) => answered !== null).length;
  const batches = Math.ceil(at.toAsk / managerBatch);
  const total = 1 + at.companies.length + 1 + batches;
  if (at.stage !== 'asking') return { done: 1 + read, total };
  const left = Math.ceil(countPacked(at.people) / managerBatch);
  return { done: 1 + read + 1 + (batches - left), total };
}

function countPacked(packed: string): number {
  return packed === '' ? 0 : packed.split(' ').length;
}
