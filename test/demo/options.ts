import { parseArgs } from 'node:util';
import { type BrowserKind, isBrowserKind } from '../browser/browser-kind.ts';

export interface DemoOptions {
  readonly headless: boolean;
  readonly browser: BrowserKind;
  readonly employees: number;
  readonly shots: string;
  readonly keep: boolean;
  readonly json: boolean;
  readonly readme: boolean;
}

export const help = `npm run demo -- [options]

Connects Nmbrs to Javelo in a real browser, against sandboxes of both on this machine, and takes a picture of each step.

  --headless          no window (the default where there is no display)
  --headed            a window to look at (the default where there is a display)
  --browser NAME      chromium (default) or firefox
  --employees N       how many people the Nmbrs sandbox employs (default 250)
  --shots DIR         where the pictures go (default .demo)
  --keep              leave browser and sandbox running until Ctrl+C
  --readme            also renew the pictures of the README
  --json              one JSON object on the last line of standard output
  --help              this text
`;

/** Thrown for wrong use; the message says what is wrong. */
export class WrongUse extends Error {}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Reads the command line; null where help was asked for. Throws WrongUse. */
export function readOptions(args: readonly string[]): DemoOptions | null {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return null;
  if (values.headless && values.headed) throw new WrongUse('--headless and --headed exclude one another.');
  if (!isBrowserKind(values.browser)) throw new WrongUse(`--browser is chromium or firefox, not ${values.browser}.`);
  const employees = Number(values.employees);
  if (!Number.isInteger(employees) || employees < 1) throw new WrongUse('--employees is a number from 1.');
  return {
    headless: values.headless || (!values.headed && !hasDisplay()),
    browser: values.browser,
    employees,
    shots: values.shots,
    keep: values.keep,
    json: values.json,
    readme: values.readme,
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      headless: { type: 'boolean', default: false },
      headed: { type: 'boolean', default: false },
      browser: { type: 'string', default: 'chromium' },
      employees: { type: 'string', default: '250' },
      shots: { type: 'string', default: '.demo' },
      keep: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      readme: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values;
}
