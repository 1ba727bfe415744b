import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { add, nothing, type Tally, tallyOf, totalLine } from './run/tally.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
// As npm sets it, so that `node test/run.ts` runs the same programs.
const env = { ...process.env, PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) };

interface Stage {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  /** Suites report through vitest's JSON; anything else counts as one check. */
  readonly projects?: readonly string[];
}

const suite = (name: string, projects: readonly string[], first: readonly (readonly string[])[] = []): Stage => ({
  name,
  commands: first,
  projects,
});

const stages: readonly Stage[] = [
  {
    name: 'types',
    commands: [
      ['wxt', 'prepare'],
      ['tsc', '--noEmit'],
      ['tsc', '--noEmit', '-p', 'utils/core/tsconfig.json'],
    ],
  },
  { name: 'lint', commands: [['biome', 'check', '--error-on-warnings', '.']] },
  { name: 'unused code', commands: [['knip']] },
  suite('unit and architecture', ['unit', 'architecture']),
  suite('contract', ['contract']),
  suite('integration', ['integration']),
  suite('packages for the stores', ['package']),
  suite('end to end, Chromium and Firefox', ['e2e'], [['node', 'test/e2e/prepare.ts']]),
];

function run(command: readonly string[]): Promise<number> {
  const [program = '', ...args] = command;
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32', // npm's commands are .cmd files there
    });
    child.on('error', (error) => {
      process.stderr.write(`${program}: ${error.message}\n`);
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

async function runStage(stage: Stage, reports: string): Promise<Tally> {
  for (const command of stage.commands) {
    if ((await run(command)) !== 0) return { ...nothing, failed: 1 };
  }
  if (stage.projects === undefined) return { ...nothing, passed: 1 };
  const report = join(reports, `${stage.projects.join('-')}.json`);
  const projects = stage.projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(['vitest', 'run', '--config', 'test/vitest.config.ts', ...projects, ...reporters]);
  try {
    return tallyOf(JSON.parse(readFileSync(report, 'utf8')), code);
  } catch {
    return { ...nothing, failed: 1 }; // it ended before it could report
  }
}

const reports = mkdtempSync(join(tmpdir(), 'companion-test-'));
const lines: string[] = [];
let sum = nothing;
try {
  for (const stage of stages) {
    process.stdout.write(`\n── ${stage.name}\n`);
    const startedAt = performance.now();
    const tally = await runStage(stage, reports);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    lines.push(`${tally.failed === 0 ? '✓' : '✗'} ${stage.name}: ${totalLine(tally)} (${seconds} s)`);
    sum = add(sum, tally);
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}
process.stdout.write(`\n${lines.join('\n')}\n\n${totalLine(sum)}\n`);
process.exitCode = sum.failed === 0 ? 0 : 1;
