import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import type { CompanionPage } from '../browser/companion-page.ts';
import { type Credentials, enterJavelo, enterNmbrs, syncNow, testConnection } from '../support/admin.ts';
import type { FaultRule } from '../support/sandbox-control.ts';
import { useStage } from './stage.ts';

interface BadInput {
  readonly name: string;
  readonly side: 'nmbrs' | 'javelo';
  readonly credentials?: Partial<Credentials>;
  readonly faults?: readonly FaultRule[];
  readonly profile?: Readonly<Record<string, unknown>>;
  /** What is wrong, and what to do. */
  readonly says: readonly [RegExp, RegExp];
  /** The companion tries again on its own first, so a run takes its time to fail. */
  readonly retried?: true;
}

const always = (system: 'nmbrs' | 'javelo', kind: string): readonly FaultRule[] => [
  { system, times: null, fault: { kind } },
];

const cases: readonly BadInput[] = [
  {
    name: 'a wrong Nmbrs token',
    side: 'nmbrs',
    credentials: { nmbrsToken: 'not-the-token' },
    says: [/does not accept.*token/, /copy the token again/],
  },
  {
    name: 'the domain of somebody else',
    side: 'nmbrs',
    credentials: { domain: 'globex' },
    says: [/belongs to the Nmbrs domain “acme”, not to “globex”/, /Enter “acme” as the domain/],
  },
  {
    name: 'a right that is not switched on',
    side: 'nmbrs',
    profile: { rights: { 'EmployeeService.PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany': false } },
    says: [/“PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany”/, /under “Employee Services” in the API rights/],
  },
  {
    name: 'a wrong Javelo token (401)',
    side: 'javelo',
    credentials: { javeloToken: 'not-the-token' },
    says: [/Javelo does not accept this token/, /create a new SCIM token/],
  },
  {
    name: 'HTML from Nmbrs',
    side: 'nmbrs',
    faults: always('nmbrs', 'html'),
    says: [/web page instead of data/, /try again/],
    retried: true,
  },
  {
    name: 'HTML from Javelo',
    side: 'javelo',
    faults: always('javelo', 'html'),
    says: [/not working properly/, /try again/],
    retried: true,
  },
  {
    name: 'a truncated answer from Nmbrs',
    side: 'nmbrs',
    faults: always('nmbrs', 'truncate'),
    says: [/broke off/, /Try again/],
    retried: true,
  },
  {
    name: 'a truncated answer from Javelo',
    side: 'javelo',
    faults: always('javelo', 'truncate'),
    says: [/broke off/, /Try again/],
    retried: true,
  },
];

/** An address on this machine where nobody listens. */
async function deadAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

describe.each(browserKinds)('bad input in %s', (kind) => {
  const stage = useStage(kind, 10);
  let options: CompanionPage;

  beforeEach(async () => {
    await stage.control.reset();
    options = await stage.companion.openOptions('connection');
  });

  afterEach(async () => {
    expect(await stage.control.writes()).toBe(0);
    await options.close();
  });

  async function enter(credentials: Partial<Credentials> = {}): Promise<void> {
    const all = { ...stage.credentials, ...credentials };
    await enterNmbrs(options, all);
    await enterJavelo(options, all);
  }

  async function expectSentence(side: 'nmbrs' | 'javelo', [what, advice]: BadInput['says']): Promise<void> {
    expect(await testConnection(options, side, what)).toMatch(advice);
  }

  // The browsers differ in how they tell of a connection that broke, and in nothing behind it.
  const shown = kind === 'firefox' ? cases.filter(({ faults }) => faults !== undefined) : cases;
  it.each(shown)('$name: the Test button says what is wrong and what to do', async (bad) => {
    if (bad.profile) await stage.control.switchProfile(bad.profile);
    if (bad.faults) await stage.control.setFaults(bad.faults);
    await enter(bad.credentials);
    await expectSentence(bad.side, bad.says);
  });

  const stopping = cases.filter(({ retried }) => !retried);
  it.each(kind === 'firefox' ? stopping.slice(0, 2) : stopping)(
    '$name: so does the run, which writes nothing',
    async (bad) => {
      if (bad.profile) await stage.control.switchProfile(bad.profile);
      await enter(bad.credentials);
      const popup = await stage.companion.openPopup();
      const { run, sentence } = await syncNow(popup);
      expect(run.state).toBe('failed');
      expect(sentence).toMatch(bad.says[0]);
      expect(sentence).toMatch(bad.says[1]);
      await popup.close();
    },
  );

  it('a host that does not answer: says so on both sides', async () => {
    const dead = await deadAddress();
    await enter({ nmbrsApi: `${dead}/soap/v3`, javeloAddress: `${dead}/scim/v2` });
    await expectSentence('nmbrs', [/Nmbrs cannot be reached/, /Check your internet connection/]);
    await expectSentence('javelo', [/Javelo cannot be reached/, /Check your internet connection/]);
  });

  it('a domain pasted as a whole address is accepted and trimmed', async () => {
    await enter({ domain: `https://${stage.credentials.domain}.nmbrs.nl/applications/common/` });
    await testConnection(options, 'nmbrs', /Connected to Nmbrs/);
    const reopened = await stage.companion.openOptions('connection');
    expect(await reopened.value('nmbrs-domain')).toBe(stage.credentials.domain);
    await reopened.close();
  });

  it('a domain that is no Nmbrs domain is refused with an example', async () => {
    await options.type('nmbrs-domain', 'acme.example');
    await options.type('nmbrs-email', stage.credentials.email);
    await options.type('nmbrs-token', stage.credentials.nmbrsToken);
    await options.click('nmbrs-save');
    const said = await options.waitText('nmbrs-result', /“acme\.example” is not a Nmbrs address/);
    expect(said).toMatch(/for example acme/);
    expect((await stage.control.state()).nmbrs.calls).toEqual({});
  });

  // Half a minute of attempts that are the same in every browser.
  if (kind === 'firefox') return;

  it('a truncated answer that stays truncated: the run gives up, and writes nothing', async () => {
    await enter();
    await stage.control.setFaults(always('nmbrs', 'truncate'));
    const popup = await stage.companion.openPopup();
    const { run, sentence } = await syncNow(popup);
    expect(run.state).toBe('failed');
    expect(sentence).toMatch(/broke off/);
    await popup.close();
  });
});
