import type { Random } from '../sandbox/people/random.ts';
import type { FaultRule } from '../support/sandbox-control.ts';

const statuses = [400, 401, 403, 404, 409, 412, 422, 429, 500, 502, 503, 504];
// Login, right, company, generic login failure, period, anything else (nmbrs-api.md §3.1).
const soapCodes = [1001, 1002, 1003, 1004, 1006, 2006, 9999];
const operations = [
  'List_GetAll',
  'List_GetByCompany',
  'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany',
  'Employment_GetAll_AllEmployeesByCompany',
  'Function_GetAll_AllEmployeesByCompany',
  'Contract_GetAll_AllEmployeesByCompany',
  'Manager_GetCurrent',
];

/** Some rules that go wrong here and there, of every kind that the sandbox knows, on both sides. */
export function drawFaults(random: Random): readonly FaultRule[] {
  return Array.from({ length: random.int(1, 6) }, () => (random.chance(0.35) ? drawNmbrs(random) : drawJavelo(random)));
}

function drawJavelo(random: Random): FaultRule {
  return {
    system: 'javelo',
    ...(random.chance(0.25) ? {} : { match: { method: random.pick(['GET', 'POST', 'PATCH']) } }),
    after: random.int(0, 12),
    times: random.int(1, 6),
    fault: drawFault(random, ['status', 'reset-before', 'reset-after', 'truncate', 'delay', 'html', 'subset']),
  };
}

function drawNmbrs(random: Random): FaultRule {
  return {
    system: 'nmbrs',
    ...(random.chance(0.1) ? {} : { match: { operation: random.pick(operations) } }),
    after: random.int(0, 3),
    times: random.int(1, 4),
    fault: drawFault(random, [
      'status',
      'reset-before',
      'reset-after',
      'truncate',
      'delay',
      'html',
      'subset',
      'soap-fault',
    ]),
  };
}

function drawFault(random: Random, kinds: readonly string[]): FaultRule['fault'] {
  const kind = random.pick(kinds);
  switch (kind) {
    case 'status': {
      const status = random.pick(statuses);
      const headers = status === 429 && random.chance(0.7) ? { 'Retry-After': String(random.int(1, 9)) } : {};
      return { kind, status, headers };
    }
    case 'truncate':
      return { kind, at: random.next() };
    case 'delay':
      return { kind, ms: random.int(5, 60) };
    case 'html':
      return { kind, status: random.pick([200, 502, 503]) };
    case 'subset':
      return { kind, share: random.pick([0.02, 0.1, 0.3, 0.6]) };
    case 'soap-fault':
      return { kind, code: random.pick(soapCodes) };
    default:
      return { kind };
  }
}
