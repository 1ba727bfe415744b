import { type ChaosResult, runChaos } from './chaos.ts';
import { browserEvery, type ChaosOptions, help, readOptions, WrongUse } from './options.ts';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

function summary({ ok, rounds, faults, deaths, duplicates, lost, wrong, falselyDisabled }: ChaosResult): string {
  const verdict = ok ? 'Javelo held exactly what it should after every round.' : 'Something went wrong; see above.';
  const counts = `${duplicates} duplicates, ${lost} lost, ${wrong} wrong, ${falselyDisabled} falsely disabled`;
  return `${rounds} rounds, ${faults} faults, ${deaths} deaths: ${counts}. ${verdict}`;
}

async function main({ rounds, seed, json }: ChaosOptions): Promise<number> {
  const result = await runChaos({ rounds, seed, atOnce: 3, browserEvery }, tell);
  process.stdout.write(`${json ? JSON.stringify(result) : summary(result)}\n`);
  return result.ok ? 0 : 1;
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === null) process.stdout.write(help);
  else process.exitCode = await main(options);
} catch (error) {
  tell(
    error instanceof WrongUse ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
  process.exitCode = error instanceof WrongUse ? 2 : 1;
}
