import { CompanionError, toErrorInfo } from '../core/errors.ts';
import type { Run } from '../core/run/run.ts';
import { errorSentence } from '../i18n/error-text.ts';
import { loadTranslator } from '../i18n/load-translator.ts';
import { systemClock } from '../platform/system-clock.ts';
import { composeHeadless } from './compose.ts';
import { writeImportFile } from './import-file.ts';
import { type HeadlessOptions, help, type Invocation, readInvocation } from './options.ts';
import { createProgress } from './progress.ts';
import {
  type ExitCode,
  exitCodeOf,
  exitCodeOfError,
  exitCodes,
  findProblems,
  type Report,
  toReport,
} from './report.ts';
import { synchronise } from './synchronise.ts';
import { WrongUse } from './wrong-use.ts';

const startedMs = performance.now();
const t = await loadTranslator(['en']);
const say = (line: string) => void process.stderr.write(`sync: ${line}\n`);

process.exitCode = await main();

async function main(): Promise<ExitCode> {
  let invocation: Invocation | null = null;
  try {
    invocation = readInvocation(process.argv.slice(2), process.env);
    if (invocation.help) {
      process.stdout.write(help);
      return exitCodes.done;
    }
    return await run(invocation.options(), invocation.json);
  } catch (error) {
    // A wrong command line may have been meant to print JSON too.
    return fail(error, invocation?.json ?? process.argv.includes('--json'));
  }
}

async function run(options: HeadlessOptions, json: boolean): Promise<ExitCode> {
  const stop = new AbortController();
  // The first signal lets the step at hand finish its bookkeeping; the next call goes on from there.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const { engine, journal, settings, close } = composeHeadless(
    options,
    systemClock,
    createProgress(say, systemClock.nowMs),
  );
  try {
    if (options.policy) await settings.savePolicy(options.policy);
    const done = await synchronise({ engine, journal }, options, systemClock, stop.signal);
    const problems = await findProblems(journal, done, t, systemClock.nowMs());
    if (options.xlsx !== null && done.state === 'succeeded') {
      problems.push(...(await writeImportFile(options.xlsx, journal, done, t)));
    }
    const exitCode = exitCodeOf(done);
    const durationMs = Math.round(performance.now() - startedMs);
    print(
      toReport(done, { ok: exitCode === 0, dryRun: options.dryRun || options.xlsx !== null, durationMs, problems }),
      json,
      done,
    );
    return exitCode;
  } finally {
    close();
  }
}

function fail(error: unknown, json: boolean): ExitCode {
  const isUse = error instanceof WrongUse;
  const info = toErrorInfo(error);
  const message = isUse ? error.message : errorSentence(t, info);
  const isKnown = isUse || error instanceof CompanionError;
  const durationMs = Math.round(performance.now() - startedMs);
  const problems = [{ person: null, code: isUse ? 'wrong-use' : info.code, message }];
  print(toReport(null, { ok: false, dryRun: false, durationMs, problems }), json, null);
  return isUse ? exitCodes.wrongUse : isKnown ? exitCodeOfError(info) : exitCodes.inPart;
}

function print(report: Report, json: boolean, done: Run | null): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return;
  }
  const { created, updated, disabled, unchanged, skipped, waiting, failed } = report;
  const lines = done
    ? [
        `${done.state}: ${created} created, ${updated} updated, ${disabled} disabled, ${unchanged} unchanged, ${skipped} skipped, ${waiting} waiting, ${failed} failed`,
      ]
    : [];
  for (const { person, message } of report.problems) lines.push(person === null ? message : `${person}: ${message}`);
  if (done?.state === 'awaiting-approval') lines.push(`Approve with: --approve ${report.planHash}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}
