import { CompanionError, type Notice } from '../../../core/errors.ts';
import type { SourceStep } from '../../../ports/source.ts';
import type { NmbrsCursor } from '../cursor.ts';
import { startReport } from '../managers/report.ts';
import { checkEmployeeTypes, readEnvironment } from '../read-environment.ts';
import type { SoapClient } from '../soap-client.ts';
import { soapEndNotices } from '../soap-end.ts';
import { lastStep, type StepTools, stepTo } from './step.ts';

const typesKey = 'employee-types';
const typesGoodForDays = 30;

/**
 * Debtors, companies and employee types; the report of managers is begun, so that Nmbrs writes it while people are read.
 * An environment without companies ends here: whether that is believable is not decided here.
 */
export async function beginStep({ client, context }: StepTools): Promise<SourceStep> {
  const remembered = (await context.recall([typesKey])).get(typesKey);
  const areTypesKnown = typeof remembered === 'string' && daysBetween(remembered, context.today) < typesGoodForDays;
  const [environment, typeNotices] = await Promise.all([
    readEnvironment(client),
    areTypesKnown ? [] : checkEmployeeTypes(client),
  ]);
  const taskId = environment.companies.length === 0 ? null : await startOrNull(client);
  const next: NmbrsCursor = {
    version: 1,
    stage: 'companies',
    debtors: [...environment.debtors],
    companies: environment.companies.map(({ id, name }) => ({ id, name, answered: null, people: 0 })),
    unread: [],
    notices: [...soapEndNotices(context.today), ...typeNotices].map(toPlain),
    calls: client.calls(),
    people: '',
    changed: '',
    toAsk: 0,
    report: taskId === null ? null : { taskId, waitingSinceMs: null, polls: 0 },
    // One a run is enough for ids that nobody needs today, and takes the place of the call for the employee types.
    successorCalls: areTypesKnown ? 1 : 0,
  };
  const remember = areTypesKnown || typeNotices.length > 0 ? [] : [{ key: typesKey, value: context.today as string }];
  return next.companies.length === 0 ? lastStep(next, { remember }) : stepTo(next, { remember });
}

/** The report only saves calls, so nothing that is wrong with it stops a run; a refused login is wrong with more than the report. */
async function startOrNull(client: SoapClient): Promise<string | null> {
  try {
    return await startReport(client);
  } catch (error) {
    if (!(error instanceof CompanionError) || error.code === 'source-auth' || error.code === 'run-cancelled')
      throw error;
    return null;
  }
}

function toPlain({ code, params }: Notice): NmbrsCursor['notices'][number] {
  return { code, params: params as NmbrsCursor['notices'][number]['params'] };
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
