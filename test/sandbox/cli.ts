import { parseArgs } from 'node:util';
import { type SandboxOptions, startSandbox } from './server.ts';

const help = `npm run sandbox -- [options]

Nmbrs and Javelo on loopback, with people in them, until stopped (Ctrl-C).

  --employees N       people in service (250)
  --companies N       companies they work for (3)
  --debtors N         debtors that the companies belong to (1)
  --seed S            other people, other tokens (1)
  --port N            0 takes a free one (0)
  --profile P         javelo, or rfc for a SCIM server by the letter of the RFCs (javelo)
  --json              one JSON object on one line when ready
  --help              this text

What can be switched while it runs: test/sandbox/README.md
`;

const wholeNumber = (name: string, text: string, low: number, high: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low || value > high)
    throw new Error(`--${name} is a whole number from ${low} to ${high}, not "${text}"`);
  return value;
};

const readOptions = (): { help: boolean; json: boolean; options: SandboxOptions } => {
  const { values } = parseArgs({
    options: {
      employees: { type: 'string', default: '250' },
      companies: { type: 'string', default: '3' },
      debtors: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      port: { type: 'string', default: '0' },
      profile: { type: 'string', default: 'javelo' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { profile } = values;
  if (profile !== 'javelo' && profile !== 'rfc') throw new Error(`--profile is javelo or rfc, not "${profile}"`);
  const companies = wholeNumber('companies', values.companies, 1, 200);
  return {
    help: values.help,
    json: values.json,
    options: {
      employees: wholeNumber('employees', values.employees, 1, 200_000),
      companies,
      debtors: wholeNumber('debtors', values.debtors, 1, companies),
      seed: values.seed,
      port: wholeNumber('port', values.port, 0, 65_535),
      profile,
    },
  };
};

const main = async (): Promise<void> => {
  const { help: wanted, json, options } = readOptions();
  if (wanted) {
    process.stdout.write(help);
    return;
  }
  const started = performance.now();
  process.stderr.write(
    `sandbox: ${options.employees} people in ${options.companies} companies, seed ${options.seed}\n`,
  );
  const { ready, stop } = await startSandbox(options);
  process.stderr.write(`sandbox: ready after ${Math.round(performance.now() - started)} ms\n`);
  if (json) process.stdout.write(`${JSON.stringify(ready)}\n`);
  else {
    process.stdout.write(
      `Nmbrs    ${ready.nmbrs.app}\n  SOAP   ${ready.nmbrs.api}\n  domain ${ready.nmbrs.domain}   e-mail ${ready.nmbrs.email}   token ${ready.nmbrs.token}\n`,
    );
    process.stdout.write(
      `Javelo   ${ready.javelo.app}\n  SCIM   ${ready.javelo.scim}   token ${ready.javelo.token}\nControl  ${ready.control}\nCtrl-C stops it.\n`,
    );
  }
  const end = (): void => void stop().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
};

main().catch((error: unknown) => {
  process.stderr.write(`sandbox: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
