import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSheet } from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../sandbox/server.ts';
import { differencesNow } from '../support/compare-expected.ts';
import { SandboxControl } from '../support/sandbox-control.ts';

const cli = fileURLToPath(new URL('../../utils/headless/cli.ts', import.meta.url));

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly json: Record<string, unknown>;
}

describe('npm run sync', () => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  let control: SandboxControl;
  let state: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    sandbox = await startSandbox({ employees: 40 });
    control = new SandboxControl(sandbox.ready);
    state = mkdtempSync(join(tmpdir(), 'sync-'));
  });

  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await sandbox.stop();
    rmSync(state, { recursive: true });
  });

  function start(more: readonly string[] = [], environment: Record<string, string> = {}) {
    const { nmbrs, javelo } = sandbox.ready;
    const args = [
      ['--nmbrs-api', nmbrs.api],
      ['--nmbrs-domain', nmbrs.domain],
      ['--nmbrs-email', nmbrs.email],
      ['--scim', javelo.scim],
      ['--state', state],
    ].flat();
    const child = spawn(process.execPath, [cli, ...args, '--json', ...more], {
      env: { PATH: process.env.PATH, NMBRS_TOKEN: nmbrs.token, SCIM_TOKEN: javelo.token, ...environment },
    });
    children.push(child);
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const ended = new Promise<Ended>((resolve) => {
      child.on('close', (exitCode) => {
        const last = stdout.trimEnd().split('\n').at(-1) ?? '';
        resolve({ exitCode, stdout, stderr, json: last ? (JSON.parse(last) as Record<string, unknown>) : {} });
      });
    });
    return { child, ended };
  }

  const created = (count: number) =>
    until(async () => ((await control.state()).javelo.requests['POST /Users'] ?? 0) >= count);

  const sync = (more?: readonly string[], environment?: Record<string, string>) => start(more, environment).ended;

  it('writes the import file without asking Javelo for anything', async () => {
    const path = join(state, 'people.xlsx');
    const done = await sync(['--xlsx', path], { SCIM_TOKEN: '' });
    expect(done).toMatchObject({ exitCode: 0, json: { ok: true, dryRun: true, scimRequests: 0 } });
    expect((await control.state()).javelo.requests).toEqual({});
    const expected = (await control.expected()).filter(({ active }) => active);
    const [header, ...rows] = await readSheet(path);
    expect(header?.slice(0, 4)).toEqual(['Email', 'Name', 'Last_name', 'Manager_email']);
    expect(rows.map(([email]) => email).sort()).toEqual(expected.map(({ userName }) => userName).sort());
    for (const [email, name, lastName, manager] of rows) {
      const person = expected.find(({ userName }) => userName === email);
      expect([name, lastName, manager]).toEqual([person?.givenName, person?.familyName, person?.managerUserName]);
    }
  });

  it('synchronises, and a second call has nothing to do', async () => {
    const first = await sync();
    expect(first).toMatchObject({
      exitCode: 0,
      json: { ok: true, kind: 'initial', dryRun: false, waiting: 0, failed: 0 },
    });
    expect(await differencesNow(control)).toEqual([]);
    const { javelo, nmbrs } = await control.state();
    expect(first.json.created).toBe(javelo.users.length);
    expect(first.json.people).toBe(javelo.users.length);
    const calls = Object.values(nmbrs.calls).reduce((sum, count) => sum + count, 0);
    expect(first.json.nmbrsCalls).toBe(calls);
    const requests = Object.values(javelo.requests).reduce((sum, count) => sum + count, 0);
    expect(first.json.scimRequests).toBe(requests);

    const writes = await control.writes();
    const second = await sync();
    expect(second).toMatchObject({ exitCode: 0, json: { ok: true, kind: 'incremental', created: 0, updated: 0 } });
    expect(second.json.unchanged).toBe(javelo.users.length);
    expect(await control.writes()).toBe(writes);
  });

  it('names everybody it had to leave out, and why', async () => {
    const { json } = await sync();
    const problems = json.problems as { person: string; code: string; message: string }[];
    const left = problems.find(({ code }) => code === 'no-work-email');
    expect(left?.person).toMatch(/\S/);
    expect(left?.message).toMatch(/e-?mail/i);
  });

  it('only plans in a dry run', async () => {
    const { exitCode, json } = await sync(['--dry-run']);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ ok: true, dryRun: true });
    expect(json.created).toBeGreaterThan(30);
    expect((await control.state()).javelo.users).toEqual([]);
  });

  it('asks for an approval of many leavers, and takes that of this very plan only', async () => {
    await sync();
    await control.changePeople({ hire: 2, leave: 12, change: 8, seed: 3 });
    const asked = await sync();
    expect(asked).toMatchObject({ exitCode: 3, json: { ok: false, disabled: 0 } });
    expect(asked.json.problems).toContainEqual(expect.objectContaining({ person: null, code: 'plan-needs-approval' }));
    const wrong = await sync(['--approve', 'another']);
    expect(wrong).toMatchObject({ exitCode: 3, json: { ok: false, disabled: 0 } });
    // What is beyond no limit was done the first time, so the second plan is another one.
    const stale = await sync(['--approve', String(asked.json.planHash)]);
    expect(stale).toMatchObject({ exitCode: 3, json: { planHash: wrong.json.planHash } });
    const approved = await sync(['--approve', String(wrong.json.planHash)]);
    expect(approved).toMatchObject({ exitCode: 0, json: { ok: true } });
    expect(approved.json.disabled).toBeGreaterThan(0);
    expect(await differencesNow(control)).toEqual([]);
  });

  it('goes on after a kill at any moment', async () => {
    for (const after of [1, 5, 17, 30]) {
      await control.reset();
      rmSync(state, { recursive: true });
      // An answer that takes long enough to be killed in the middle of.
      await control.setFaults([
        {
          system: 'javelo',
          match: { method: 'POST', path: '/Users' },
          after,
          times: 1,
          fault: { kind: 'delay', ms: 1_000 },
        },
      ]);
      const { child, ended } = start();
      // The next request is on its way, and arrives whatever becomes of its sender.
      await created(after);
      child.kill('SIGKILL');
      await ended;
      await control.clearFaults();
      const next = await sync();
      expect(next, `after ${after}`).toMatchObject({ exitCode: 0, json: { ok: true } });
      expect(await differencesNow(control), `after ${after}`).toEqual([]);
    }
  });

  it('says in one sentence what is refused', async () => {
    const nmbrs = await sync([], { NMBRS_TOKEN: 'wrong-canary' });
    expect(nmbrs).toMatchObject({
      exitCode: 5,
      json: { ok: false, problems: [{ person: null, code: 'source-auth' }] },
    });
    const javelo = await sync([], { SCIM_TOKEN: 'wrong-canary' });
    expect(javelo).toMatchObject({ exitCode: 5, json: { ok: false, problems: [{ code: 'target-auth' }] } });
    expect((await control.state()).javelo.users).toEqual([]);
    const unset = await sync([], { SCIM_TOKEN: '' });
    expect(unset).toMatchObject({ exitCode: 2, json: { ok: false, problems: [{ code: 'wrong-use' }] } });
  });

  it('leaves the work to a process that is at it', async () => {
    await control.setFaults([
      {
        system: 'javelo',
        match: { method: 'POST', path: '/Users' },
        after: 1,
        times: 1,
        fault: { kind: 'delay', ms: 3_000 },
      },
    ]);
    const first = start();
    await created(1);
    expect(await sync()).toMatchObject({ exitCode: 4, json: { ok: false, problems: [{ code: 'run-active' }] } });
    expect((await first.ended).exitCode).toBe(0);
    expect(await differencesNow(control)).toEqual([]);
  });

  it('stops at a signal and leaves nothing half known', async () => {
    await control.setFaults([
      {
        system: 'javelo',
        match: { method: 'POST', path: '/Users' },
        after: 10,
        times: 1,
        fault: { kind: 'delay', ms: 800 },
      },
    ]);
    const { child, ended } = start();
    await created(10);
    child.kill('SIGTERM');
    expect((await ended).exitCode).toBe(4);
    expect((await sync()).exitCode).toBe(0);
    expect(await differencesNow(control)).toEqual([]);
  });

  it('lets no token reach its output or its state folder', async () => {
    const { stdout, stderr } = await sync();
    const files = readdirSync(state).map((name) => readFileSync(join(state, name), 'latin1'));
    for (const token of [sandbox.ready.nmbrs.token, sandbox.ready.javelo.token]) {
      for (const text of [stdout, stderr, ...files]) expect(text.includes(token)).toBe(false);
    }
  });
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
