import type { ErrorInfo } from '../core/errors.ts';
import { needsAttention } from '../core/log/attention.ts';
import type { LogEntry } from '../core/log/log-entry.ts';
import { countPeople, noCounts, type Run } from '../core/run/run.ts';
import { errorSentence } from '../i18n/error-text.ts';
import { reasonText } from '../i18n/log-text.ts';
import type { Translate } from '../i18n/translator.ts';
import type { Journal } from '../ports/journal.ts';

/** commands.md, `npm run sync`. */
export const exitCodes = { done: 0, wrongUse: 2, approvalNeeded: 3, inPart: 4, refused: 5 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface Problem {
  /** `null` = it is about the whole run. */
  readonly person: string | null;
  readonly code: string;
  readonly message: string;
}

/** The one object on the last line of standard output (commands.md). */
export interface Report {
  readonly ok: boolean;
  readonly run: string | null;
  readonly kind: Run['kind'] | null;
  readonly dryRun: boolean;
  readonly planHash: string | null;
  readonly people: number;
  readonly created: number;
  readonly updated: number;
  readonly disabled: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly waiting: number;
  readonly failed: number;
  readonly nmbrsCalls: number;
  readonly scimRequests: number;
  readonly durationMs: number;
  readonly problems: readonly Problem[];
}

export function toReport(
  run: Run | null,
  more: {
    readonly dryRun: boolean;
    readonly durationMs: number;
    readonly problems: readonly Problem[];
    readonly ok: boolean;
  },
): Report {
  const counts = run?.counts ?? noCounts;
  return {
    ok: more.ok,
    run: run?.id ?? null,
    kind: run?.kind ?? null,
    dryRun: run ? run.mode === 'dry' : more.dryRun,
    planHash: run?.planHash ?? null,
    people: countPeople(counts),
    ...counts,
    nmbrsCalls: run?.requests.source ?? 0,
    scimRequests: run?.requests.target ?? 0,
    durationMs: more.durationMs,
    problems: more.problems,
  };
}

export function exitCodeOf(run: Run): ExitCode {
  switch (run.state) {
    case 'succeeded':
      return exitCodes.done;
    case 'awaiting-approval':
      return exitCodes.approvalNeeded;
    case 'failed':
      return run.error ? exitCodeOfError(run.error) : exitCodes.inPart;
    case 'partial':
    case 'cancelled':
    case 'queued':
    case 'reading-source':
    case 'reading-target':
    case 'planning':
    case 'applying':
      return exitCodes.inPart;
  }
}

const configuration: ReadonlySet<ErrorInfo['code']> = new Set([
  'source-domain',
  'target-address',
  'target-profile',
  'secret-missing',
]);

export function exitCodeOfError({ code }: Pick<ErrorInfo, 'code'>): ExitCode {
  if (configuration.has(code) || /^(storage|journal|config)-/.test(code)) return exitCodes.wrongUse;
  return /^(source|target)-/.test(code) || code === 'plan-refused' ? exitCodes.refused : exitCodes.inPart;
}

/** Everybody somebody has to look after, and what is wrong with the run as a whole. */
export async function findProblems(journal: Journal, run: Run, t: Translate, nowMs: number): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (run.error) problems.push({ person: null, code: run.error.code, message: errorSentence(t, run.error) });
  if (run.state === 'awaiting-approval') {
    const approval = { code: 'plan-needs-approval', params: {} } as const;
    problems.push({ person: null, code: approval.code, message: errorSentence(t, approval) });
  }
  let cursor: LogPageCursor;
  do {
    const page = await journal.queryLog({ runId: run.id, limit: 1_000, ...(cursor === undefined ? {} : { cursor }) });
    for (const entry of page.entries) {
      if (needsAttention(entry) || isStuck(entry)) problems.push(describe(entry, t, nowMs));
    }
    cursor = page.next;
  } while (cursor !== null);
  return problems;
}

type LogPageCursor = Awaited<ReturnType<Journal['queryLog']>>['next'] | undefined;

/** Waits for another reason than the approval that the run as a whole waits for. */
function isStuck(entry: LogEntry): boolean {
  return entry.outcome === 'waiting' && entry.error !== null && entry.error.code !== 'plan-needs-approval';
}

function describe(entry: LogEntry, t: Translate, nowMs: number): Problem {
  const { what, advice } = reasonText(t, entry, nowMs);
  return {
    person: entry.displayName,
    code: entry.error?.code ?? entry.reason,
    message: advice === null ? what : `${what} ${advice}`,
  };
}
