import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { callSoap, control } from './soap-caller.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ employees: 30 });
});
afterAll(() => sandbox.stop());

const list = {
  operation: 'List_GetByCompany',
  parameters: '<CompanyId>54613</CompanyId><EmployeeType>2</EmployeeType>',
};

describe('a SOAP request', () => {
  it('is answered in its own dialect, with or without action and whatever the content type', async () => {
    const plain = await callSoap(sandbox, list);
    expect(plain).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8' });
    expect(plain.text).toContain('http://schemas.xmlsoap.org/soap/envelope/');
    const modern = await callSoap(sandbox, { ...list, dialect: '1.2', contentType: 'text/xml' });
    expect(modern).toMatchObject({ status: 200, type: 'application/soap+xml; charset=utf-8' });
    expect(modern.text).toContain('http://www.w3.org/2003/05/soap-envelope');
    const withAction = await callSoap(sandbox, {
      ...list,
      action: '"https://api.nmbrs.nl/soap/v3/EmployeeService/List_GetByCompany"',
    });
    expect(withAction.text).toBe(plain.text);
  });

  it('may use prefixes and put the header in another order', async () => {
    const ns = 'https://api.nmbrs.nl/soap/v3/EmployeeService';
    const { nmbrs } = sandbox.ready;
    const answer = await callSoap(sandbox, {
      ...list,
      header: `<e:AuthHeaderWithDomain xmlns:e="${ns}"><e:Username>${nmbrs.email}</e:Username><e:Domain>acme</e:Domain><e:Token>${nmbrs.token}</e:Token></e:AuthHeaderWithDomain>`,
      parameters: `<e:CompanyId xmlns:e="${ns}">54613</e:CompanyId><e:EmployeeType xmlns:e="${ns}">2</e:EmployeeType>`,
    });
    expect(answer.text).toContain('<List_GetByCompanyResult><Employee><Id>');
  });

  it('with a foreign action is refused as the client’s mistake', async () => {
    const answer = await callSoap(sandbox, { ...list, action: 'https://api.nmbrs.nl/soap/v3/EmployeeService/Other' });
    expect(answer.text).toContain('<faultcode>soap:Client</faultcode>');
  });

  it('that is no XML, or has a document type, is refused', async () => {
    for (const body of ['not xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']) {
      const response = await fetch(`${sandbox.ready.nmbrs.api}/EmployeeService.asmx`, { method: 'POST', body });
      expect(await response.text()).toContain('soap:Client');
    }
  });
});

describe('the checks', () => {
  const unknown = { ...list, parameters: '<CompanyId>1</CompanyId><EmployeeType>2</EmployeeType>' };

  it('come in the order 1001, 1002, 2004', async () => {
    await control(sandbox, 'POST', '/profile', { rights: { 'EmployeeService.List_GetByCompany': false } });
    expect((await callSoap(sandbox, { ...unknown, token: 'wrong' })).text).toContain(
      '---&gt; 1001: Invalid Authentication',
    );
    expect((await callSoap(sandbox, unknown)).text).toContain('---&gt; 1002: Unauthorized access');
    await control(sandbox, 'POST', '/profile', { rights: 'all' });
    const last = await callSoap(sandbox, unknown);
    expect(last.status).toBe(500);
    expect(last.text).toContain('---&gt; 2004: Unauthorized access');
  });

  it.each(['acme.nmbrs.nl', 'other', ''])('refuse the domain "%s"', async (domain) => {
    expect((await callSoap(sandbox, { ...list, domain })).text).toContain('1001');
  });

  it('let Environment_Get do without a domain', async () => {
    const service = 'DebtorService';
    const { email, token } = sandbox.ready.nmbrs;
    const header = `<AuthHeader xmlns="https://api.nmbrs.nl/soap/v3/${service}"><Username>${email}</Username><Token>${token}</Token></AuthHeader>`;
    expect((await callSoap(sandbox, { service, operation: 'Environment_Get', header })).text).toContain(
      '<SubDomain>acme</SubDomain>',
    );
    expect((await callSoap(sandbox, { service, operation: 'List_GetAll', header })).text).toContain('1001');
  });

  it('take a parameter in another case for 0', async () => {
    const answer = await callSoap(sandbox, {
      operation: 'Contract_GetAll_AllEmployeesByCompany',
      parameters: '<CompanyId>54613</CompanyId>',
    });
    expect(answer.text).toContain('2004');
  });

  it('are the same in SOAP 1.2', async () => {
    const answer = await callSoap(sandbox, { ...list, dialect: '1.2', token: 'wrong' });
    expect(answer.text).toContain('<soap:Value>soap:Receiver</soap:Value>');
    expect(answer.text).toContain('---&gt; 1001: Invalid Authentication');
  });
});

describe('a company that a tag hides', () => {
  it('is missing in lists, and 1003 by its id', async () => {
    await control(sandbox, 'POST', '/profile', { hiddenCompanies: [54614] });
    const companies = await callSoap(sandbox, { service: 'CompanyService', operation: 'List_GetAll' });
    expect(companies.text).not.toContain('54614');
    const period = await callSoap(sandbox, {
      service: 'CompanyService',
      operation: 'Company_GetCurrentPeriod',
      parameters: '<CompanyId>54614</CompanyId>',
    });
    expect(period.text).toContain('---&gt; 1003');
    await control(sandbox, 'POST', '/profile', { hiddenCompanies: [] });
  });
});

describe('the bad moments', () => {
  it('are a web page, a login that fails once, and a list with less in it', async () => {
    await control(sandbox, 'POST', '/profile', { maintenanceStatus: true });
    expect(await callSoap(sandbox, list)).toMatchObject({ status: 503, type: 'text/html; charset=utf-8' });
    await control(sandbox, 'POST', '/profile', { maintenanceStatus: false, loginFailures: 1 });
    expect((await callSoap(sandbox, list)).text).toContain('1006');
    expect((await callSoap(sandbox, list)).status).toBe(200);
    await control(sandbox, 'POST', '/profile', { limitItems: { 'EmployeeService.List_GetByCompany': 0 } });
    expect((await callSoap(sandbox, list)).text).toContain('<List_GetByCompanyResult />');
    await control(sandbox, 'POST', '/profile', { limitItems: {} });
  });

  it('include a delay for those who call too fast', async () => {
    await control(sandbox, 'POST', '/profile', { callsPerSecond: 0, throttleDelayMs: 80 });
    const started = performance.now();
    await callSoap(sandbox, list);
    expect(performance.now() - started).toBeGreaterThan(75);
    await control(sandbox, 'POST', '/profile', { callsPerSecond: false, throttleDelayMs: false });
  });
});

describe('a background report', () => {
  it('goes from enqueued to done, and holds an XML document as text', async () => {
    const start = await callSoap(sandbox, {
      service: 'ReportService',
      operation: 'Reports_Business_EmployeeContracts_Background',
    });
    const task = /Result>([^<]+)</.exec(start.text)?.[1] ?? '';
    const states: string[] = [];
    let content = '';
    for (let poll = 0; poll < 3; poll += 1) {
      const { text } = await callSoap(sandbox, {
        service: 'ReportService',
        operation: 'Reports_BackgroundTask_Result',
        parameters: `<TaskId>${task}</TaskId>`,
      });
      states.push(/<Status>(\w+)</.exec(text)?.[1] ?? '');
      content = text;
    }
    expect(states).toEqual(['Enqueued', 'Executing', 'Success']);
    expect(content).toContain('<Content>&lt;?xml version="1.0" encoding="utf-16"?&gt;');
    expect(content).toContain("&lt;CompanyName&gt;Bakkerij 't Hart &amp;amp; Zonen&lt;/CompanyName&gt;");
  });
});

describe('the WSDL', () => {
  it.each(['DebtorService', 'CompanyService', 'EmployeeService', 'ReportService'])(
    'of %s is well-formed, names every type it uses, and points here',
    async (service) => {
      const text = await (await fetch(`${sandbox.ready.nmbrs.api}/${service}.asmx?WSDL`)).text();
      const parser = new SaxesParser({ xmlns: true });
      const named = new Set<string>();
      const used = new Set<string>();
      let failure: Error | undefined;
      parser.on('error', (error) => {
        failure ??= error;
      });
      parser.on('opentag', ({ local, attributes }) => {
        const value = (name: string): string => attributes[name]?.value ?? '';
        if (['complexType', 'simpleType', 'element', 'message', 'portType', 'binding'].includes(local))
          named.add(value('name'));
        for (const name of ['type', 'element', 'message', 'base', 'binding'])
          if (value(name).startsWith('tns:')) used.add(value(name).slice(4));
      });
      parser.write(text).close();
      expect(failure).toBeUndefined();
      expect([...used].filter((name) => !named.has(name))).toEqual([]);
      expect(text).toContain(`location="${sandbox.ready.nmbrs.api}/${service}.asmx"`);
      expect(text).toContain('elementFormDefault="qualified"');
    },
  );
});
