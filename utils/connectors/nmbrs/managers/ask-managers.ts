import { CompanionError, type ErrorInfo, toErrorInfo } from '../../../core/errors.ts';
import type { SourceId } from '../../../core/ids.ts';
import type { SourceStep } from '../../../ports/source.ts';
import { isNotAllowed } from '../faults.ts';
import { operations } from '../operations.ts';
import type { SoapClient } from '../soap-client.ts';
import { readManagerAnswer } from './manager-record.ts';

export interface ManagerAnswers {
  readonly managers: SourceStep['managers'];
  /** Why managers cannot be told for everybody; then none is to be written or cleared. */
  readonly refused: ErrorInfo | null;
}

/**
 * Manager_GetCurrent for each of these people, through the client's gate. Not allowed (1002), or not for one of them:
 * the manager of somebody is unknown, and to take that for "has none" would clear it in the target.
 */
export async function askManagers(client: SoapClient, employeeIds: readonly string[]): Promise<ManagerAnswers> {
  const managers: ManagerAnswers['managers'][number][] = [];
  const waiting = [...employeeIds];
  let refused: ErrorInfo | null = null;

  async function askOne(employeeId: string): Promise<void> {
    try {
      const tree = await client.ask(operations.manager, { EmployeeId: employeeId });
      managers.push({ sourceId: employeeId as SourceId, manager: readManagerAnswer(tree) });
    } catch (error) {
      if (!isNotAllowed(error)) throw error;
      const info = toErrorInfo(error);
      refused =
        error instanceof CompanionError && error.code === 'source-scope'
          ? { ...info, params: { ...info.params, employee: employeeId } }
          : info;
    }
  }

  async function worker(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined && refused === null; next = waiting.shift()) await askOne(next);
  }

  // As many as the gate lets through at a time; more would only wait there.
  await Promise.all(Array.from({ length: 8 }, worker));
  return { managers, refused };
}
