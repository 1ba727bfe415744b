import { parseArgs } from 'node:util';

export interface ChaosOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly json: boolean;
}

/** So many rounds, and one of them in a browser. */
export const browserEvery = 50;

export const help = `npm run chaos -- [options]

Synchronises sandboxes of Nmbrs and Javelo while everything goes wrong: random faults of both systems, and random deaths of the
synchronisation (its process is killed; in one round of ${browserEvery}, the background of the extension in a real Chromium). Once the faults
cease, Javelo has to hold exactly what it should: nobody twice, nobody lost, nothing wrong, and nobody ever disabled who works there.

  --rounds N          how many rounds (default 200)
  --seed N            the same seed gives the same people and faults (default 1); when a process dies is never quite the same
  --json              one JSON object on the last line of standard output
  --help              this text
`;

/** Thrown for wrong use; the message says what is wrong. */
export class WrongUse extends Error {}

/** Reads the command line; null where help was asked for. Throws WrongUse. */
export function readOptions(args: readonly string[]): ChaosOptions | null {
  const values = parse(args);
  if (values.help) return null;
  return { rounds: whole(values.rounds, 'rounds', 1), seed: whole(values.seed, 'seed', 0), json: values.json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        rounds: { type: 'string', default: '200' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

function whole(text: string, name: string, least: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least) throw new WrongUse(`--${name} is a whole number from ${least}.`);
  return value;
}
