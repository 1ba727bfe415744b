import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { Json } from '../../../utils/core/ids.ts';
import { importFileOf } from '../../../utils/export/import-from-log.ts';
import { toWorkbook } from '../../../utils/export/import-workbook.ts';
import { aCompany } from '../../support/company.ts';
import { createBench } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

test('a plan against nothing becomes the workbook, without a word to the target', async () => {
  const people = [
    ...aCompany(12),
    aPerson('13', { status: 'left' }),
    aPerson('14', { workEmail: null }),
    aPerson('15', { job: '=1+1', employeeNumber: '0007', phoneNumber: '+33612345678' }),
  ];
  const bench = createBench({ people });
  // They are linked and in step already, and still everybody is in the file.
  await bench.run();
  const before = { ...bench.target.calls };
  const { engine } = bench.boot();
  const id = await engine.start({ mode: 'dry', trigger: 'manual', against: 'nothing' });
  const run = await bench.settle();
  expect(run).toMatchObject({ id, mode: 'dry', state: 'succeeded', counts: { created: 13 } });
  expect(bench.target.calls).toEqual(before);

  const file = await importFileOf((cursor: Json) => bench.journal.queryLog({ runId: id, limit: 4, cursor }));
  const workbook = await toWorkbook(file);
  const [header, ...rows] = await readSheet(Buffer.from(await workbook.arrayBuffer()));
  expect(header).toEqual(file.columns);
  expect(rows).toHaveLength(13);
  const cell = (email: string, column: string) =>
    rows.find(([first]) => first === email)?.[file.columns.indexOf(column)];
  expect(cell('p2@acme.example', 'Manager_email')).toBe('p1@acme.example');
  expect(cell('p2@acme.example', 'Birth_date')).toBe('28-02-1990');
  expect(cell('p15@acme.example', 'Job')).toBe('=1+1');
  expect(cell('p15@acme.example', 'Employee_number')).toBe('0007');
  expect(cell('p15@acme.example', 'Phone_number')).toBe('0033612345678');
  expect(file.problems).toEqual([
    { userName: 'p1@acme.example', kind: 'no-manager', leftOut: false },
    { userName: 'p15@acme.example', kind: 'no-manager', leftOut: false },
  ]);
  // The next synchronisation is none the wiser.
  expect((await bench.run()).counts).toMatchObject({ unchanged: 13 });
});
