import { startSandbox } from '../../sandbox/server.ts';
import { readWhole, sandboxSource } from '../../support/nmbrs-sandbox.ts';
import { SandboxControl } from '../../support/sandbox-control.ts';

export interface CallFigures {
  readonly firstRun: number;
  readonly secondRun: number;
  /** The vendor's own aggregated list: 5 calls and one per person (nmbrs-api.md §7). */
  readonly vendorPlan: number;
  /** HelloID's connector: 5 calls and one per employee type for each company, and four per person (nmbrs-api.md §7). */
  readonly helloId: number;
}

/** How many calls a read costs, as the sandbox counts them: the first time, and again when nothing has changed. */
export async function measureCalls(employees: number, companies: number): Promise<CallFigures> {
  const sandbox = await startSandbox({ employees, companies });
  try {
    const control = new SandboxControl(sandbox.ready);
    const today = new Date().toISOString().slice(0, 10);
    const first = await readWhole(sandboxSource(sandbox.ready), { today });
    const firstRun = await countCalls(control);
    await readWhole(sandboxSource(sandbox.ready), { today, memory: first.memory });
    const secondRun = (await countCalls(control)) - firstRun;
    const people = first.people.size;
    const types = await countEmployeeTypes(sandbox.ready.nmbrs);
    return { firstRun, secondRun, vendorPlan: people + 5, helloId: companies * (5 + types) + 4 * people };
  } finally {
    await sandbox.stop();
  }
}

async function countCalls(control: SandboxControl): Promise<number> {
  return Object.values((await control.state()).nmbrs.calls).reduce((sum, count) => sum + count, 0);
}

async function countEmployeeTypes(nmbrs: {
  api: string;
  domain: string;
  email: string;
  token: string;
}): Promise<number> {
  const xmlns = 'https://api.nmbrs.nl/soap/v3/EmployeeService';
  const { email, token, domain } = nmbrs;
  const header = `<Username>${email}</Username><Token>${token}</Token><Domain>${domain}</Domain>`;
  const body = `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header><AuthHeaderWithDomain xmlns="${xmlns}">${header}</AuthHeaderWithDomain></soap:Header><soap:Body><EmployeeType_GetList xmlns="${xmlns}"/></soap:Body></soap:Envelope>`;
  const headers = { 'content-type': 'text/xml; charset=utf-8', soapaction: `${xmlns}/EmployeeType_GetList` };
  const answer = await (await fetch(`${nmbrs.api}/EmployeeService.asmx`, { method: 'POST', headers, body })).text();
  return answer.match(/<EmployeeType>/g)?.length ?? 0;
}
