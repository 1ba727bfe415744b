import type { Run } from '../core/run/run.ts';
import type { ConnectionView } from '../messaging/schemas/connection.ts';

export const setupSteps = ['nmbrs', 'javelo', 'preview', 'synchronise'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** Which steps from installation to the first synchronisation are done. */
export function doneSteps(
  connection: ConnectionView,
  runs: readonly Pick<Run, 'mode' | 'state'>[],
): ReadonlySet<SetupStep> {
  const synchronised = runs.some(
    ({ mode, state }) => mode === 'live' && (state === 'succeeded' || state === 'partial'),
  );
  const previewed = synchronised || runs.some(({ mode, state }) => mode === 'dry' && state === 'succeeded');
  return new Set([
    ...(connection.nmbrs?.hasToken ? (['nmbrs'] as const) : []),
    ...(connection.target?.hasToken ? (['javelo'] as const) : []),
    ...(previewed ? (['preview'] as const) : []),
    ...(synchronised ? (['synchronise'] as const) : []),
  ]);
}
