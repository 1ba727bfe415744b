import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toErrorInfo } from '../../../utils/core/errors.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { type Alter, type AlteredNmbrs, alterNmbrs } from '../../support/altered-nmbrs.ts';
import { readWhole, sandboxSource } from '../../support/nmbrs-sandbox.ts';

let sandbox: Sandbox;
let nmbrs: AlteredNmbrs;
beforeAll(async () => {
  sandbox = await startSandbox({ employees: 30, companies: 2 });
  nmbrs = await alterNmbrs(sandbox.ready);
});
afterAll(async () => {
  await nmbrs.close();
  await sandbox.stop();
});

const today = new Date().toISOString().slice(0, 10);
const personalInfo = 'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany';

/** Reads everybody while answers are altered: the people by their ids, or what stopped it. */
async function read(change: Alter) {
  nmbrs.alter(change);
  try {
    return { people: (await readWhole(sandboxSource(nmbrs.ready), { today })).people, error: null };
  } catch (error) {
    return { people: null, error: toErrorInfo(error) };
  }
}

/** The same for answers of one operation alone. */
const readWith = (operation: string, change: (xml: string) => string) =>
  read((name, xml) => (name === operation ? change(xml) : xml));

describe('an answer that is none', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY b "${'ha'.repeat(50)}">${Array.from({ length: 20 }, (_, at) => `<!ENTITY b${at} "&b;&b;&b;">`).join('')}]>`;
  const external = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const afterDeclaration = (xml: string, text: string): string => xml.replace('?>', `?>${text}`);

  it.each<[string, (xml: string) => string, string]>([
    ['an entity bomb', (xml) => afterDeclaration(xml, bomb).replace(/<LastName>/, '<LastName>&b19;'), 'source-invalid'],
    ['an external entity', (xml) => afterDeclaration(xml, external), 'source-invalid'],
    [
      'a text of two megabytes',
      (xml) => xml.replace('</LastName>', `${'x'.repeat(2_000_000)}</LastName>`),
      'source-invalid',
    ],
    [
      'elements without end',
      (xml) => xml.replace('<LastName>', `${'<a>'.repeat(100_000)}<LastName>`),
      'source-invalid',
    ],
    ['a page with status 200', () => '<!DOCTYPE html><html><body>Onderhoud</body></html>', 'source-unavailable'],
    ['a wrong root', () => '<?xml version="1.0"?><Report/>', 'source-invalid'],
    ['another answer', (xml) => xml.replaceAll('PersonalInfoWithoutBSN', 'PersonalInfo'), 'source-invalid'],
    ['an answer cut in the middle', (xml) => xml.slice(0, xml.length / 2), 'source-truncated'],
    ['an answer that lacks its last character', (xml) => xml.trimEnd().slice(0, -1), 'source-truncated'],
    ['nothing', () => '', 'source-truncated'],
    ['rows under another name', (xml) => xml.replaceAll('PersonalInfo_V2>', 'PersonalInfo_V9>'), 'source-invalid'],
  ])('%s ends the read and names the call', async (_name, change, code) => {
    const { error } = await readWith(personalInfo, change);
    expect(error).toMatchObject({ code, params: { service: 'EmployeeService', method: personalInfo } });
  });

  it.each<[string, (xml: string) => string, string]>([
    ['an entity bomb', (xml) => afterDeclaration(xml, bomb), 'source-invalid'],
    ['a text of two megabytes', (xml) => xml.replace('Result>', `Result>${'9'.repeat(2_000_000)}`), 'source-invalid'],
    ['elements without end', (xml) => xml.replace('Result>', `Result>${'<a>'.repeat(100_000)}`), 'source-invalid'],
    ['a period of another kind', (xml) => xml.replace(/\d{4}-\d+-\w+/, 'spring'), 'source-invalid'],
    ['a page with status 200', () => '<html><body>Onderhoud</body></html>', 'source-unavailable'],
  ])('%s in a small answer does so too', async (_name, change, code) => {
    expect((await readWith('Company_GetCurrentPeriod', change)).error).toMatchObject({ code });
  });
});

describe('an odd value', () => {
  /** What becomes of the first person of an answer when these elements of his say something else. */
  async function readOdd(values: Readonly<Record<string, string>>) {
    let id = '';
    const { people, error } = await readWith(personalInfo, (xml) => {
      if (id !== '') return xml;
      id = /<EmployeeId>(\d+)</.exec(xml)?.[1] ?? '';
      const end = xml.indexOf('</PersonalInfoItem>');
      const item = Object.entries(values).reduce(
        (text, [name, value]) =>
          text.replaceAll(
            new RegExp(`<${name}(?: [^>]*)?/>|<${name}>[^<]*</${name}>`, 'g'),
            () => `<${name}>${value}</${name}>`,
          ),
        xml.slice(0, end),
      );
      return item + xml.slice(end);
    });
    expect(error).toBeNull();
    return [...(people?.values() ?? [])].find(({ sourceId }) => sourceId === id);
  }

  it('of an enumeration, a day or a number that nobody knows is no value, and harms nobody else', async () => {
    const unknown = await readOdd({ Gender: 'diverse', Birthday: '0001-01-01T00:00:00', Naamstelling: '99' });
    expect(unknown).toMatchObject({ gender: null, birthDate: null });
    expect(await readOdd({ Birthday: '1980-02-30T00:00:00' })).toMatchObject({ birthDate: null });
    expect(await readOdd({ Gender: '2', Birthday: '1980-04-01' })).toMatchObject({
      gender: 'female',
      birthDate: '1980-04-01',
    });
  });

  it('of an employee number keeps its zeros', async () => {
    expect(await readOdd({ EmployeeNumber: '00123' })).toMatchObject({ employeeNumber: '00123' });
    expect(await readOdd({ EmployeeNumber: '0' })).toMatchObject({ employeeNumber: expect.stringMatching(/^[1-9]/) });
  });

  it.each([
    ['Zoë & Ñandú <x>', 'Zoë &amp; &#xD1;and&#250; &lt;x&gt;'],
    ['José', 'Jose\u0301'],
    ['𝔑oël 👩‍💻', '&#x1D511;oël 👩\u200d💻'],
    ['Ünal', '\ufeff\u200b\u00a0Ünal\u2060 '],
    ['Li 李', 'Li\t\r\n李'],
    ['İpek', 'İpek'],
    ['عمر', 'عمر'],
    ['Jan', 'J&#x1F;a&#0;n\u0007'],
  ])('of a name arrives as %s', async (expected, written) => {
    expect(await readOdd({ Nickname: written, FirstName: written })).toMatchObject({ givenName: expected });
  });

  it.each(['&#xFFFE;', '\u200b', '&#xD800;', ' \u00a0 '])(
    'of a name that is invisible is none: %j',
    async (written) => {
      expect(await readOdd({ Nickname: written, FirstName: written, Initials: written })).toMatchObject({
        givenName: null,
      });
    },
  );
});
