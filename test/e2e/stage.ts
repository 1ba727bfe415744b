import { afterAll, beforeAll } from 'vitest';
import type { BrowserKind } from '../browser/browser-kind.ts';
import type { Companion } from '../browser/companion.ts';
import { launchCompanion } from '../browser/launch.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { type Credentials, credentialsOf } from '../support/admin.ts';
import { SandboxControl } from '../support/sandbox-control.ts';

/** What an end-to-end test acts on: one browser with the companion, and a sandbox of both systems. */
export interface Stage {
  readonly companion: Companion;
  readonly sandbox: Sandbox;
  readonly control: SandboxControl;
  readonly credentials: Credentials;
}

/** One stage for all tests of a `describe`; the browser starts with an empty profile. */
export function useStage(
  kind: BrowserKind,
  employees: number,
  options: Parameters<typeof launchCompanion>[1] = {},
): Stage {
  let sandbox: Sandbox | undefined;
  let companion: Companion | undefined;
  beforeAll(async () => {
    sandbox = await startSandbox({ employees });
    companion = await launchCompanion(kind, options);
  });
  afterAll(async () => {
    await companion?.close();
    await sandbox?.stop();
  });
  const ready = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The stage is set in beforeAll');
    return value;
  };
  return {
    get companion() {
      return ready(companion);
    },
    get sandbox() {
      return ready(sandbox);
    },
    get control() {
      return new SandboxControl(ready(sandbox).ready);
    },
    get credentials() {
      return credentialsOf(ready(sandbox).ready);
    },
  };
}
