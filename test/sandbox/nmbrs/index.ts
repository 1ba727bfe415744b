import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxHandler, SandboxReply, SandboxRequest } from '../http.ts';
import type { Population } from '../people/records.ts';
import { type Account, authenticate, authorise } from './access.ts';
import { type Behaviour, createThrottle, maintenancePage, refuseLogin, usualBehaviour } from './behaviour.ts';
import { type Dialect, dialects, type Element, type Envelope, parseEnvelope } from './envelope.ts';
import { clientFault, codeFault, envelopeEnd, envelopeStart, faultReply, NmbrsFault } from './fault.ts';
import {
  createEnvironment,
  type Environment,
  type Operation,
  type Parameters,
  type ServiceName,
  serviceNames,
} from './operation.ts';
import { companyOperations } from './operations/company.ts';
import { debtorOperations } from './operations/debtor.ts';
import { employeeCurrentOperations } from './operations/employee-current.ts';
import { employeeHistoryOperations } from './operations/employee-histories.ts';
import { employeeListOperations } from './operations/employee-lists.ts';
import { createReportOperations, type ReportTasks } from './operations/report.ts';
import { companyTypes, debtorTypes, employeeServiceTypes, reportTypes, type ServiceTypes } from './schema.ts';
import { createSerialiser } from './serialise.ts';
import { writeWsdl } from './wsdl.ts';

const typesOf: Readonly<Record<ServiceName, ServiceTypes>> = {
  DebtorService: debtorTypes,
  CompanyService: companyTypes,
  EmployeeService: employeeServiceTypes,
  ReportService: reportTypes,
};

/** The same on every host (nmbrs-api.md §1, "Namespace on the sandbox host"). */
const namespaceOf = (service: ServiceName): string => `https://api.nmbrs.nl/soap/v3/${service}`;

const readParameters = (operation: Operation, element: Element): Parameters => {
  const values: Record<string, number | string | undefined> = {};
  for (const { name, type } of operation.parameters) {
    // Names are case sensitive; one that is not found is 0, as ASP.NET has it (nmbrs-api.md §2.4).
    const text = element.children.find((child) => child.local === name && child.namespace === element.namespace)?.text;
    if (type !== 'int') values[name] = text;
    else if (text === undefined || text.trim() === '') values[name] = 0;
    else if (/^\s*-?\d+\s*$/.test(text)) values[name] = Number(text);
    else
      throw clientFault(
        'Server was unable to read request. ---> There is an error in XML document (1, 1). ---> Input string was not in a correct format.',
        400,
      );
  }
  return values;
};

export interface NmbrsOptions {
  readonly population: () => Population;
  readonly account: Account;
  readonly now: () => number;
}

/** SOAP v3 of Nmbrs over a population. */
export const createNmbrs = ({ population, account, now }: NmbrsOptions) => {
  const behaviour: Behaviour = usualBehaviour();
  const throttle = createThrottle(behaviour, now);
  const tasks: ReportTasks = new Map();
  const operations: readonly Operation[] = [
    ...debtorOperations,
    ...companyOperations,
    ...employeeListOperations,
    ...employeeHistoryOperations,
    ...employeeCurrentOperations,
    ...createReportOperations(tasks, () => behaviour.reportPolls),
  ];
  const byMethod = new Map(operations.map((operation) => [`${operation.service}.${operation.name}`, operation]));
  const serialisers = Object.fromEntries(
    serviceNames.map((service) => [service, createSerialiser(typesOf[service])]),
  ) as Record<ServiceName, ReturnType<typeof createSerialiser>>;
  const calls = new Map<string, number>();

  let environment: { readonly of: Population; readonly version: number; readonly value: Environment } | undefined;
  const kept = new Map<string, readonly string[]>();
  const currentEnvironment = (): Environment => {
    const of = population();
    if (environment?.of !== of || environment.version !== of.version) {
      kept.clear();
      environment = { of, version: of.version, value: createEnvironment(of, account) };
    }
    return environment.value;
  };

  const listPieces = ({ service, result }: Operation, items: readonly unknown[]): string[] => {
    const write = serialisers[service].items(result.slice(0, -2));
    const pieces: string[] = [];
    let piece = '';
    for (const item of items) {
      piece += write(item);
      if (piece.length > 65_536) {
        pieces.push(piece);
        piece = '';
      }
    }
    return piece === '' ? pieces : [...pieces, piece];
  };

  /** The inside of a response element, in pieces. */
  const answer = (operation: Operation, parameters: Parameters): readonly string[] => {
    const { service, name, result, resultElement, bulk, run } = operation;
    const method = `${service}.${name}`;
    const world = currentEnvironment();
    if (!result.endsWith('[]')) return [serialisers[service].element(resultElement, result, run(world, parameters))];
    const key = `${method}/${JSON.stringify(parameters)}/${behaviour.limitItems[method] ?? ''}/${[...account.hiddenCompanies].join()}`;
    const known = kept.get(key);
    if (known) return known;
    const items = (run(world, parameters) as readonly unknown[]).slice(
      0,
      behaviour.limitItems[method] ?? Number.POSITIVE_INFINITY,
    );
    const pieces =
      items.length === 0
        ? [`<${resultElement} />`]
        : [`<${resultElement}>`, ...listPieces(operation, items), `</${resultElement}>`];
    if (bulk) kept.set(key, pieces);
    return pieces;
  };

  const checkAction = ({ headers }: SandboxRequest, expected: string): void => {
    const action = headers.soapaction;
    const text = (Array.isArray(action) ? action[0] : action)?.replace(/^"|"$/g, '') ?? '';
    if (text !== '' && text !== expected)
      throw clientFault(`Server did not recognize the value of HTTP Header SOAPAction: ${text}.`);
  };

  const call = async (request: SandboxRequest, service: ServiceName, envelope: Envelope): Promise<SandboxReply> => {
    const element = envelope.operation;
    const operation = element && byMethod.get(`${service}.${element.local}`);
    if (!element || !operation || element.namespace !== namespaceOf(service)) {
      throw clientFault(
        'Unable to handle request without a valid action parameter. Please supply a valid soap action.',
      );
    }
    checkAction(request, `${namespaceOf(service)}/${operation.name}`);
    const method = `${service}.${operation.name}`;
    calls.set(method, (calls.get(method) ?? 0) + 1);
    await throttle();
    refuseLogin(behaviour);
    authenticate(envelope, namespaceOf(service), operation.name, account);
    authorise(method, account);
    const pieces = answer(operation, readParameters(operation, element));
    if (operation.bulk && behaviour.bulkDelayMs > 0) await sleep(behaviour.bulkDelayMs);
    const start = `${envelopeStart(envelope.dialect)}<${operation.name}Response xmlns="${namespaceOf(service)}">`;
    return {
      status: 200,
      headers: { 'Content-Type': dialects[envelope.dialect].contentType },
      body: [start, ...pieces, `</${operation.name}Response>${envelopeEnd}`],
    };
  };

  const post = async (request: SandboxRequest, service: ServiceName): Promise<SandboxReply> => {
    let dialect: Dialect = String(request.headers['content-type']).startsWith('application/soap+xml') ? '1.2' : '1.1';
    try {
      let envelope: Envelope | undefined;
      try {
        envelope = parseEnvelope(request.body);
      } catch (error) {
        throw clientFault(
          `Server was unable to read request. ---> There is an error in XML document. ---> ${error instanceof Error ? error.message : 'unreadable'}`,
          400,
        );
      }
      if (!envelope) throw clientFault('Possible SOAP version mismatch: Envelope namespace was unexpected.');
      dialect = envelope.dialect;
      return await call(request, service, envelope);
    } catch (error) {
      if (error instanceof NmbrsFault) return faultReply(error, dialect);
      throw error;
    }
  };

  const page = (status: number, body: string): SandboxReply => ({
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: `<!DOCTYPE html><html><body>${body}</body></html>`,
  });

  const handle: SandboxHandler = (request) => {
    const name = /^\/soap\/v3\/(\w+)\.asmx$/i.exec(request.url.pathname)?.[1]?.toLowerCase();
    const service = serviceNames.find((each) => each.toLowerCase() === name);
    if (behaviour.maintenanceStatus > 0) return maintenancePage(behaviour.maintenanceStatus);
    if (!service) return page(404, 'The resource cannot be found.');
    if (request.method === 'POST') return post(request, service);
    const own = operations.filter((operation) => operation.service === service);
    if (/^\?wsdl$/i.test(request.url.search)) {
      const address = `${request.url.origin}/soap/v3/${service}.asmx`;
      return {
        status: 200,
        headers: { 'Content-Type': 'text/xml; charset=utf-8' },
        body: writeWsdl(service, namespaceOf(service), address, typesOf[service], own),
      };
    }
    return page(200, `<h1>${service}</h1><ul>${own.map((operation) => `<li>${operation.name}</li>`).join('')}</ul>`);
  };

  return {
    handle,
    account,
    behaviour,
    operations,
    calls: (): Record<string, number> =>
      Object.fromEntries([...calls].sort(([left], [right]) => left.localeCompare(right))),
    /** A fault of a given code in the dialect of a request, for the rules of `/control/faults`. */
    fault: ({ body }: SandboxRequest, code: number): SandboxReply =>
      faultReply(codeFault(code), body.includes(dialects['1.2'].envelope) ? '1.2' : '1.1'),
    reset: (): void => {
      Object.assign(behaviour, usualBehaviour());
      account.rights.clear();
      account.hiddenCompanies.clear();
      account.domainOptional = false;
      calls.clear();
      tasks.clear();
      kept.clear();
      environment = undefined;
    },
  };
};

export type Nmbrs = ReturnType<typeof createNmbrs>;
