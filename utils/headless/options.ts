import { parseArgs } from 'node:util';
import { scimBaseUrl } from '../connectors/scim/address.ts';
import { parseApiUrl, parseNmbrsAddress } from '../core/connection/addresses.ts';
import type { ProfileOverrides } from '../core/connection/profile-setting.ts';
import { type TargetProfileName, targetProfileNames } from '../core/connection/target-profile-name.ts';
import { CompanionError } from '../core/errors.ts';
import type { PolicySettings } from '../core/policy.ts';
import { readPolicyFile } from './policy-file.ts';
import { defaultStateFolder } from './state-folder.ts';
import { readTargetSettings } from './target-settings.ts';
import { WrongUse } from './wrong-use.ts';

export const help = `npm run sync -- --nmbrs-api URL --nmbrs-domain D --nmbrs-email E --scim URL [options]

Synchronises Nmbrs to Javelo once, without a browser. A second call goes on where the first one stopped.
The tokens come from the environment: NMBRS_TOKEN and SCIM_TOKEN.

  --nmbrs-api URL     the Nmbrs API, e.g. https://api.nmbrs.nl/soap/v3
  --nmbrs-domain D    the environment: acme, acme.nmbrs.nl or its whole address
  --nmbrs-email E     the user the token belongs to
  --scim URL          the SCIM address of Javelo
  --profile P         javelo, or rfc for any other SCIM 2.0 server (javelo)
  --target-settings F a JSON file with what this Javelo does otherwise, e.g.
                      {"paths.birthDate": "urn:ietf:params:scim:schemas:extension:javelo:2.0:User:dateOfBirth"}
  --config FILE       limits, scope and mapping as the extension exports them; kept for later calls
  --state DIR         where the journal is kept (default: the platform's state folder)
  --dry-run           plan only; nothing is written to Javelo
  --xlsx FILE         write everybody into Javelo's import file instead; needs neither --scim nor SCIM_TOKEN
  --approve HASH      let the plan with this hash go beyond the safety limits
  --json              one JSON object on the last line of standard output
  --help              this text

Exit codes: 0 done · 2 wrong use or configuration · 3 approval needed (the plan's hash is printed)
            4 done in part: some failed or wait · 5 Nmbrs or Javelo refused
`;

export interface HeadlessOptions {
  readonly nmbrs: { readonly apiUrl: string; readonly domain: string; readonly email: string; readonly token: string };
  /** `null` where only the import file is wanted. */
  readonly target: {
    readonly scimUrl: string;
    readonly profile: TargetProfileName;
    readonly token: string;
    readonly overrides: ProfileOverrides;
  } | null;
  readonly xlsx: string | null;
  /** From a file; `null` = as kept from an earlier call, else the defaults. */
  readonly policy: PolicySettings | null;
  readonly stateFolder: string;
  readonly dryRun: boolean;
  readonly approve: string | null;
}

export interface Invocation {
  readonly json: boolean;
  readonly help: boolean;
  /** Read only when they are needed: `--help` works without any. */
  readonly options: () => HeadlessOptions;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The command line and the environment, checked. Throws WrongUse, and CompanionError for addresses and missing tokens. */
export function readInvocation(args: readonly string[], environment: Environment): Invocation {
  const values = parse(args);
  return {
    json: values.json,
    help: values.help,
    options: () => ({
      nmbrs: {
        apiUrl: readApiUrl(need(values['nmbrs-api'], 'nmbrs-api')),
        domain: readDomain(need(values['nmbrs-domain'], 'nmbrs-domain')),
        email: need(values['nmbrs-email'], 'nmbrs-email'),
        token: needSecret(environment, 'NMBRS_TOKEN'),
      },
      target:
        values.xlsx === undefined
          ? {
              scimUrl: scimBaseUrl(need(values.scim, 'scim')),
              profile: readProfile(values.profile),
              token: needSecret(environment, 'SCIM_TOKEN'),
              overrides: readTargetSettings(values['target-settings'], readProfile(values.profile)),
            }
          : null,
      xlsx: values.xlsx ?? null,
      policy: readPolicyFile(values.config),
      stateFolder: values.state ?? defaultStateFolder(process.platform, environment),
      dryRun: values['dry-run'],
      approve: values.approve ?? null,
    }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'nmbrs-api': { type: 'string' },
        'nmbrs-domain': { type: 'string' },
        'nmbrs-email': { type: 'string' },
        scim: { type: 'string' },
        profile: { type: 'string', default: 'javelo' },
        'target-settings': { type: 'string' },
        config: { type: 'string' },
        state: { type: 'string' },
        xlsx: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        approve: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    // Node's own sentence names the option; a value typed in the wrong place may be a secret, so it is not repeated.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const name = /'(--?[a-z-]+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const what = code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' ? 'needs a value, or takes none' : 'is not known';
    throw new WrongUse(name ? `${name} ${what}. See --help.` : 'Only options are taken. See --help.');
  }
}

function need(value: string | undefined, name: string): string {
  const text = value?.trim() ?? '';
  if (text === '') throw new WrongUse(`--${name} is missing. See --help.`);
  return text;
}

function needSecret(environment: Environment, name: string): string {
  const value = environment[name]?.trim() ?? '';
  if (value === '') throw new WrongUse(`The environment variable ${name} is missing.`);
  return value;
}

function readApiUrl(input: string): string {
  const url = parseApiUrl(input);
  if (url === null) throw new WrongUse('--nmbrs-api is not an https address.');
  return url;
}

function readDomain(input: string): string {
  const address = parseNmbrsAddress(input);
  if (address === null) throw new CompanionError('source-domain', { input });
  return address.domain;
}

function readProfile(input: string): TargetProfileName {
  const name = targetProfileNames.find((known) => known === input);
  if (name === undefined) throw new WrongUse(`--profile is ${targetProfileNames.join(' or ')}.`);
  return name;
}
