import type { Companion } from '../browser/companion.ts';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';
import { ask } from './ask-background.ts';
import type { SandboxReady } from './sandbox-control.ts';

/** What the admin enters on the options page. */
export interface Credentials {
  readonly domain: string;
  readonly email: string;
  readonly nmbrsToken: string;
  readonly nmbrsApi: string;
  readonly javeloAddress: string;
  readonly javeloToken: string;
}

export function credentialsOf(ready: SandboxReady): Credentials {
  return {
    domain: ready.nmbrs.domain,
    email: ready.nmbrs.email,
    nmbrsToken: ready.nmbrs.token,
    nmbrsApi: ready.nmbrs.api,
    javeloAddress: ready.javelo.scim,
    javeloToken: ready.javelo.token,
  };
}

/** Enters and saves the Nmbrs side. */
export async function enterNmbrs(options: CompanionPage, credentials: Credentials): Promise<void> {
  await options.type('nmbrs-domain', credentials.domain);
  await options.type('nmbrs-email', credentials.email);
  await options.type('nmbrs-token', credentials.nmbrsToken);
  await options.type('nmbrs-api', credentials.nmbrsApi);
  await options.click('nmbrs-save');
  await options.waitText('nmbrs-saved', /Saved/);
}

/** Enters and saves the Javelo side. */
export async function enterJavelo(options: CompanionPage, credentials: Credentials): Promise<void> {
  await options.type('javelo-address', credentials.javeloAddress);
  await options.type('javelo-token', credentials.javeloToken);
  await options.click('javelo-save');
  await options.waitText('javelo-saved', /Saved/);
}

/** Clicks a Test button and waits for a result that fits; gives the whole of it. */
export async function testConnection(
  options: CompanionPage,
  side: 'nmbrs' | 'javelo',
  result: RegExp,
): Promise<string> {
  await options.click(`${side}-test`);
  return options.waitText(`${side}-result`, result);
}

/** One run as the background worker tells it to pages: `runs.list`. */
export interface RunSeen {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly counts: Readonly<
    Record<'created' | 'updated' | 'disabled' | 'unchanged' | 'skipped' | 'waiting' | 'failed', number>
  >;
  readonly requests: { readonly source: number; readonly target: number };
  readonly error: { readonly code: string } | null;
}

/** The newest run; null before the first. */
export async function lastRun(page: CompanionPage): Promise<RunSeen | null> {
  return (await ask<readonly RunSeen[]>(page, 'runs.list', { limit: 1 }))[0] ?? null;
}

const ended = /^(succeeded|partial|failed|cancelled|awaiting-approval)$/;

/** Clicks Sync now and waits for the end of that run; gives it with the sentence that the popup says. */
export async function syncNow(
  popup: CompanionPage,
  timeout = 90_000,
): Promise<{ readonly run: RunSeen; readonly sentence: string }> {
  const before = await lastRun(popup);
  await popup.click('sync-now');
  const run = await waitForEnd(popup, before?.id ?? null, timeout);
  return { run, sentence: await popup.waitText('outcome', /\S/) };
}

/** Waits until a run other than `before` has ended or waits for an approval. */
export async function waitForEnd(page: CompanionPage, before: string | null, timeout = 90_000): Promise<RunSeen> {
  return eventually(
    'the run to end',
    async () => {
      const run = await lastRun(page);
      return run !== null && run.id !== before && ended.test(run.state) ? run : null;
    },
    timeout,
  );
}

/** Connects both sides as an admin does, with every field typed. */
export async function connect(companion: Companion, credentials: Credentials): Promise<CompanionPage> {
  const options = await companion.openOptions('connection');
  await enterNmbrs(options, credentials);
  await enterJavelo(options, credentials);
  return options;
}
