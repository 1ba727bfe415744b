import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly employees: number;
  readonly json: boolean;
  readonly growth: boolean;
  readonly check: boolean;
  readonly readme: boolean;
}

export const help = `npm run bench -- [options]

Measures the companion side by side with what else one could use, on people that the sandbox makes up. Medians of five after a
warm-up; a peer that is not installed is null.

  --employees N   how many people (10000)
  --growth        also reads 1,000 to 100,000 people
  --check         fails when a ratio is more than 10 % over test/bench/budget.json
  --readme        also renews the chart of the README
  --json          one JSON object on the last line of standard output
  --help          this text
`;

/** Thrown for wrong use; the message says what is wrong. */
export class WrongUse extends Error {}

/** Reads the command line; null where help was asked for. Throws WrongUse. */
export function readOptions(args: readonly string[]): BenchOptions | null {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return null;
  const employees = Number(values.employees);
  if (!Number.isInteger(employees) || employees < 1) throw new WrongUse('--employees is a number from 1.');
  return { employees, json: values.json, growth: values.growth, check: values.check, readme: values.readme };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      employees: { type: 'string', default: '10000' },
      growth: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      readme: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values;
}
