import { writeFileSync } from 'node:fs';
import { overLimit, overRatio } from './budget.ts';
import { drawChart } from './chart.ts';
import { type BenchOptions, help, readOptions, WrongUse } from './options.ts';
import { measureBrowser } from './sections/browser.ts';
import { measureCalls } from './sections/calls.ts';
import { measureGrowth } from './sections/growth.ts';
import { measureJournal } from './sections/journal.ts';
import { measureLargeRun } from './sections/large-run.ts';
import { measurePlan } from './sections/plan.ts';
import { measureRead } from './sections/read.ts';
import { measureSizes } from './sections/sizes.ts';
import { measureWrites } from './sections/writes.ts';
import { measureZips } from './sections/zips.ts';

const companies = 3;
const chartFile = new URL('../../assets/readme/reading.svg', import.meta.url);
const say = (line: string): void => void process.stderr.write(`bench: ${line}\n`);

async function measure({ employees, growth }: BenchOptions) {
  say(`reading ${employees} people, beside other clients`);
  const read = await measureRead(employees);
  say('counting calls');
  const calls = await measureCalls(employees, companies);
  say('planning');
  const plan = await measurePlan(employees);
  say('the journal beside none');
  const journal = await measureJournal();
  say(`two runs of ${employees * 5} people`);
  const largeRun = await measureLargeRun(employees * 5);
  say('writing under the limit, on a virtual clock');
  const writes = await measureWrites(employees);
  say('in Chromium');
  const inBrowser = await measureBrowser(employees);
  say('packing');
  const browser = { ...inBrowser, ...(await measureZips()) };
  const sizes = await measureSizes();
  if (growth) say('reading 1,000 to 100,000 people');
  return {
    ok: true,
    people: employees,
    companies,
    read,
    calls,
    journal,
    largeRun,
    writes,
    plan,
    browser,
    ...sizes,
    ...(growth ? { growth: await measureGrowth() } : {}),
  };
}

function print(figures: Awaited<ReturnType<typeof measure>>): void {
  for (const [section, values] of Object.entries(figures)) {
    if (typeof values !== 'object') continue;
    process.stdout.write(`${section}\n`);
    for (const [name, value] of Object.entries(values)) {
      const shown = typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? '–');
      process.stdout.write(`  ${name.padEnd(28)} ${shown}\n`);
    }
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === null) process.stdout.write(help);
  else {
    const figures = await measure(options);
    if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
    else print(figures);
    if (options.readme) writeFileSync(chartFile, drawChart(figures.people, figures.read));
    const excesses = options.check ? [...overRatio(figures), ...overLimit(figures)] : [];
    for (const { figure, value, budget } of excesses) say(`${figure} is ${value}, its budget ${budget}`);
    process.exitCode = excesses.length === 0 ? 0 : 1;
  }
} catch (error) {
  process.stderr.write(`bench: ${error instanceof WrongUse ? error.message : String(error)}\n`);
  process.exitCode = error instanceof WrongUse ? 2 : 1;
}
