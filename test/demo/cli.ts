import { once } from 'node:events';
import { BrowserMissing } from '../browser/find-browser.ts';
import { launchCompanion } from '../browser/launch.ts';
import { startSandbox } from '../sandbox/server.ts';
import { type DemoResult, runDemo } from './demo.ts';
import { type DemoOptions, help, readOptions, WrongUse } from './options.ts';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

function summary(result: DemoResult): string {
  const { ok, browser, people, created, updated, disabled, skipped, failed } = result;
  const verdict = ok ? 'Javelo holds exactly what it should.' : 'Javelo does not hold what it should.';
  const counts = `${created} created, ${updated} updated, ${disabled} disabled, ${skipped} skipped, ${failed} failed`;
  return `${browser}: ${people} people in Javelo (${counts}). ${verdict}\nPictures:\n${result.screenshots.join('\n')}`;
}

async function main(options: DemoOptions): Promise<number> {
  const sandbox = await startSandbox({ employees: options.employees });
  try {
    tell('Starting the browser with the companion');
    const companion = await launchCompanion(options.browser, { headless: options.headless });
    try {
      const result = await runDemo(companion, sandbox.ready, options, tell);
      process.stdout.write(`${options.json ? JSON.stringify(result) : summary(result)}\n`);
      if (options.keep) {
        tell(`Still running: ${sandbox.ready.nmbrs.app} and ${sandbox.ready.javelo.app}. Ctrl+C ends it.`);
        await once(process, 'SIGINT');
      }
      return result.ok ? 0 : 1;
    } finally {
      await companion.close();
    }
  } finally {
    await sandbox.stop();
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === null) process.stdout.write(help);
  else process.exitCode = await main(options);
} catch (error) {
  const expected = error instanceof WrongUse || error instanceof BrowserMissing;
  tell(expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = error instanceof WrongUse ? 2 : 1;
}
