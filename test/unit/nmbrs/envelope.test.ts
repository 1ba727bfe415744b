import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { buildEnvelope, soapAction } from '../../../utils/connectors/nmbrs/envelope.ts';
import { operations } from '../../../utils/connectors/nmbrs/operations.ts';

const credentials = { email: 'api@acme.example', token: 'T&<"token">', domain: 'acme' };
const service = 'https://api.nmbrs.nl/soap/v3/EmployeeService';

/** Every element of a document with its namespace and text, in order. */
function elementsOf(xml: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', (tag) => {
    found.push(`{${tag.uri}}${tag.local}=${text}`);
    text = '';
  });
  parser.write(xml).close();
  return found;
}

describe('buildEnvelope', () => {
  it('writes the header in the namespace of the service, in the order of the schema, with every value escaped', () => {
    const xml = buildEnvelope(operations.employees, { EmployeeType: 2, CompanyId: 54613 }, credentials);
    expect(elementsOf(xml)).toEqual([
      `{${service}}Username=api@acme.example`,
      `{${service}}Token=T&<"token">`,
      `{${service}}Domain=acme`,
      `{${service}}AuthHeaderWithDomain=`,
      '{http://schemas.xmlsoap.org/soap/envelope/}Header=',
      `{${service}}CompanyId=54613`,
      `{${service}}EmployeeType=2`,
      `{${service}}List_GetByCompany=`,
      '{http://schemas.xmlsoap.org/soap/envelope/}Body=',
      '{http://schemas.xmlsoap.org/soap/envelope/}Envelope=',
    ]);
  });

  it('asks for the environment with the plain header, which has no domain', () => {
    const names = elementsOf(buildEnvelope(operations.environment, {}, credentials)).map((element) =>
      element.replace(/^\{.*\}|=.*$/g, ''),
    );
    expect(names).toEqual(['Username', 'Token', 'AuthHeader', 'Header', 'Environment_Get', 'Body', 'Envelope']);
  });

  it('drops what XML cannot carry', () => {
    const xml = buildEnvelope(operations.environment, {}, { ...credentials, token: 'a\u0000\u0008b' });
    expect(elementsOf(xml)).toContain('{https://api.nmbrs.nl/soap/v3/DebtorService}Token=ab');
  });

  it('spells the parameter of every bulk call with two capitals, and of the lists with one', () => {
    const spelling = Object.values(operations).flatMap(({ method, parameters }) =>
      parameters.filter((name) => /^company/i.test(name)).map((name) => `${method} ${name}`),
    );
    expect(spelling.sort()).toEqual([
      'Company_GetCurrentPeriod CompanyId',
      'Contract_GetAll_AllEmployeesByCompany CompanyID',
      'Converter_GetByCompany_IntToGuid CompanyId',
      'Department_GetAll_AllEmployeesByCompany CompanyID',
      'Employment_GetAll_AllEmployeesByCompany CompanyID',
      'Function_GetAll_AllEmployeesByCompany_V2 CompanyID',
      'List_GetByCompany CompanyId',
      'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany CompanyID',
    ]);
  });

  it('quotes the action', () => {
    expect(soapAction(operations.manager)).toBe('"https://api.nmbrs.nl/soap/v3/EmployeeService/Manager_GetCurrent"');
  });

  it('never calls what carries a BSN, a salary or an absence', () => {
    for (const { method } of Object.values(operations)) {
      expect(method).not.toMatch(/PersonalInfo_|Salary|Absence|BankAccount|Insert|Update|Delete/);
    }
  });
});
