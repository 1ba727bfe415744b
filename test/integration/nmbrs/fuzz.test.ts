import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CompanionError } from '../../../utils/core/errors.ts';
import type { Person } from '../../../utils/core/person.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { type AlteredNmbrs, alterNmbrs } from '../../support/altered-nmbrs.ts';
import { readWhole, sandboxSource } from '../../support/nmbrs-sandbox.ts';

let sandbox: Sandbox;
let nmbrs: AlteredNmbrs;
beforeAll(async () => {
  sandbox = await startSandbox({ employees: 12, companies: 2 });
  nmbrs = await alterNmbrs(sandbox.ready);
});
afterAll(async () => {
  await nmbrs.close();
  await sandbox.stop();
});

/** Without these nobody can be read, so an answer that breaks off must end the read. */
const needed = [
  'List_GetAll',
  'Company_GetCurrentPeriod',
  'List_GetByCompany',
  'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany',
  'Function_GetAll_AllEmployeesByCompany_V2',
  'Department_GetAll_AllEmployeesByCompany',
  'Contract_GetAll_AllEmployeesByCompany',
  'Employment_GetAll_AllEmployeesByCompany',
  'EmployeeType_GetList',
] as const;
const dispensable = [
  'Manager_GetList',
  'Manager_GetCurrent',
  'Reports_Business_EmployeeContracts_Background',
  'Reports_BackgroundTask_Result',
] as const;

// What damage and malice put into documents: markup, entities, numbers too large, characters nobody expects.
const junk = [
  ...['<', '>', '&', ']]>', '<![CDATA[', '<!--', '-->', '<?x?>', '</soap:Envelope>', '<soap:Fault>', '<x>', '</x>'],
  ...['&#0;', '&#xFFFE;', '&#xD800;', '&#x110000;', '&bomb;', '&amp;lt;', '<!DOCTYPE a [<!ENTITY b "c">]>'],
  ...['<__proto__><polluted>1</polluted></__proto__>', '<constructor/>', '0001-01-01T00:00:00', '-1', '1e400', 'NaN'],
  ...[
    '\u0000',
    '\u202e',
    '\ufeff',
    '\u200d',
    '\u{1f9d1}\u200d\u{1f4bb}',
    'e\u0301\u0323',
    '\ufdd0',
    '\t\r\n',
    'x'.repeat(5000),
  ],
];

const mutation = fc.record({
  kind: fc.constantFrom('value', 'value', 'insert', 'delete', 'replace', 'repeat', 'swap', 'truncate'),
  at: fc.integer({ min: 0, max: 999_999 }),
  length: fc.nat({ max: 400 }),
  text: fc.oneof(fc.constantFrom(...junk), fc.string({ unit: 'binary', maxLength: 20 })),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutate(xml: string, { kind, at, length, text }: Mutation): string {
  const from = Math.floor((at / 1_000_000) * xml.length);
  const to = Math.min(xml.length, from + length);
  const part = xml.slice(from, to);
  switch (kind) {
    case 'value':
      return xml.slice(0, from) + xml.slice(from).replace(/>[^<>]+</, () => `>${asText(text)}<`);
    case 'insert':
      return xml.slice(0, from) + text + xml.slice(from);
    case 'delete':
      return xml.slice(0, from) + xml.slice(to);
    case 'replace':
      return xml.slice(0, from) + text + xml.slice(to);
    case 'repeat':
      return xml.slice(0, to) + part + xml.slice(to);
    case 'swap':
      return xml.slice(0, from) + xml.slice(to, to + length) + part + xml.slice(to + length);
    default:
      return xml.slice(0, from);
  }
}

/** Well-formed, whatever it says; character references stay references. */
function asText(value: string): string {
  return value
    .replace(/&(?!#)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** Reads everything while the answers of one operation are mutated: the people, or the code of what stopped it. */
async function readMutated(operation: string, mutations: readonly Mutation[]) {
  nmbrs.alter((name, xml) => {
    if (name === operation) return mutations.reduce(mutate, xml);
    // Managers are only asked for one by one where there is no report.
    return operation === 'Manager_GetCurrent' && name.startsWith('Reports_') ? '' : xml;
  });
  const retry = { attempts: 1, firstDelayMs: 0, withinMs: 0 };
  const today = new Date().toISOString().slice(0, 10);
  try {
    return { people: [...(await readWhole(sandboxSource(nmbrs.ready, { retry }), { today })).people.values()] };
  } catch (error) {
    if (error instanceof CompanionError) return { code: error.code };
    throw error;
  }
}

const text = (value: string | null): boolean => value === null || (value !== '' && value === value.trim());
const day = (value: string | null): boolean => value === null || /^\d{4}-\d{2}-\d{2}$/.test(value);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not arrive
const control = /[\u0000-\u001f\u007f]/;

/** What is wrong with somebody as he came out of the connector; nothing may be, however he went in. */
function wrongWith(person: Person): readonly string[] {
  const { manager } = person;
  const texts = { ...person, otherFullNames: person.otherFullNames.join(' ') || null, manager: null, ...manager };
  const badTexts = Object.entries(texts).filter(([, value]) => value !== null && (!text(value) || control.test(value)));
  const days = [person.startsOn, person.endsOn, person.birthDate, person.firstHiredOn];
  return [
    ...badTexts.map(([name, value]) => `${name} ${JSON.stringify(value)}`),
    ...days.filter((value) => !day(value)).map((value) => `day ${value}`),
    ...(/^\d{1,19}$/.test(person.sourceId) ? [] : [`id ${person.sourceId}`]),
    ...(person.displayName === '' ? ['no display name'] : []),
    ...(person.phoneNumber === null || /^\+[1-9]\d{7,14}$/.test(person.phoneNumber) ? [] : ['phone']),
    ...(person.gender === null || ['male', 'female'].includes(person.gender) ? [] : ['gender']),
    ...(person.contractType === null || ['permanent', 'fixed term'].includes(person.contractType) ? [] : ['contract']),
  ];
}

describe('mutated real answers', () => {
  it.each([...needed, ...dispensable])(
    '%s: either the read ends with a known error, or everybody is well-formed',
    async (operation) => {
      await fc.assert(
        fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 2 }), async (mutations) => {
          const { people = [], code } = await readMutated(operation, mutations);
          if (code !== undefined) expect(code).toMatch(/^source-/);
          expect(people.flatMap(wrongWith)).toEqual([]);
          expect(({} as Record<string, unknown>).polluted).toBeUndefined();
        }),
        { numRuns: 12 },
      );
    },
  );

  it.each(needed)('%s: an answer that breaks off anywhere is never taken for whole', async (operation) => {
    await fc.assert(
      fc.asyncProperty(mutation, async (cut) => {
        const { code } = await readMutated(operation, [{ ...cut, kind: 'truncate' }]);
        expect(code).toBe('source-truncated');
      }),
      { numRuns: 6 },
    );
  });
});
