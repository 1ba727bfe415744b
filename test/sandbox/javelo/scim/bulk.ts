import type { SandboxReply, SandboxRequest } from '../../http.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { BASE, jsonReply, readBody } from './reply.ts';
import { MESSAGES } from './schema-names.ts';
import { errorBody, invalidSyntax, invalidValue, notAllowed, ScimError } from './scim-error.ts';
import type { JaveloSystem } from './system.ts';

type Route = (request: SandboxRequest) => SandboxReply;

interface Step {
  readonly at: number;
  readonly operation: JsonObject;
  readonly method: string;
  readonly path: string;
  readonly bulkId: string | null;
}

const REFERENCE = /bulkId:([^"/\s]+)/g;

/**
 * RFC 7644 §3.7: operations in their order, except that one which refers to a later `bulkId` waits for it; a circle
 * answers 409. `failOnErrors` stops after that many errors, 413 stands for too many or too much.
 */
export function runBulk(system: JaveloSystem, request: SandboxRequest, route: Route): SandboxReply {
  if (request.method !== 'POST') throw notAllowed(`${request.method} /Bulk`);
  const { switches } = system;
  if (new TextEncoder().encode(request.body).length > switches.bulkMaxPayloadSize) {
    throw new ScimError(413, `The size of the bulk operation exceeds ${switches.bulkMaxPayloadSize} bytes.`);
  }
  const body = readBody(request, switches);
  if (!Array.isArray(body.schemas) || !body.schemas.includes(MESSAGES.bulkRequest)) {
    throw invalidSyntax(`schemas must name ${MESSAGES.bulkRequest}.`);
  }
  if (!Array.isArray(body.Operations)) throw invalidSyntax('Operations must be a list.');
  if (body.Operations.length > switches.bulkMaxOperations) {
    throw new ScimError(413, `The bulk operation exceeds ${switches.bulkMaxOperations} operations.`);
  }
  const limit = typeof body.failOnErrors === 'number' && body.failOnErrors > 0 ? body.failOnErrors : Infinity;
  const answers = runSteps(body.Operations.map(readStep), limit, (step, ids) => {
    const inner = innerRequest(request, step, ids);
    const reply = route(inner);
    return answerOf(step, reply);
  });
  return jsonReply(200, { schemas: [MESSAGES.bulkResponse], Operations: answers });
}

function readStep(operation: Json, at: number): Step {
  if (!isObject(operation)) throw invalidSyntax('An operation must be an object.');
  const { method, path, bulkId } = operation;
  if (typeof method !== 'string' || typeof path !== 'string')
    throw invalidSyntax('An operation needs method and path.');
  const id = typeof bulkId === 'string' && bulkId !== '' ? bulkId : null;
  if (method.toUpperCase() === 'POST' && id === null) throw invalidSyntax('A POST in bulk needs a bulkId.');
  return { at, operation, method: method.toUpperCase(), path, bulkId: id };
}

function runSteps(
  steps: readonly Step[],
  limit: number,
  run: (step: Step, ids: ReadonlyMap<string, string>) => JsonObject,
): JsonObject[] {
  const ids = new Map<string, string>();
  const announced = new Set(steps.map((step) => step.bulkId));
  const answers = new Map<number, JsonObject>();
  let waiting = [...steps];
  let errors = 0;
  while (waiting.length > 0 && errors < limit) {
    const later = waiting.filter((step) => references(step).some((id) => !ids.has(id) && announced.has(id)));
    const stuck = later.length === waiting.length;
    for (const step of waiting.filter((candidate) => stuck || !later.includes(candidate))) {
      if (errors >= limit) break;
      const answer = attempt(step, () => {
        if (stuck) throw new ScimError(409, `${references(step).join(', ')} cannot be resolved.`);
        return run(step, ids);
      });
      answers.set(step.at, answer);
      if (Number(answer.status) >= 400) errors += 1;
      if (step.bulkId === null || Number(answer.status) >= 400) announced.delete(step.bulkId);
      else ids.set(step.bulkId, String(answer.location).split('/').at(-1) ?? '');
    }
    if (stuck) break;
    waiting = later;
  }
  return [...answers].sort(([a], [b]) => a - b).map(([, answer]) => answer);
}

function attempt(step: Step, run: () => JsonObject): JsonObject {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    return { ...named(step), status: String(error.status), response: errorBody(error, error.status) };
  }
}

function named(step: Step): JsonObject {
  return { method: step.method, ...(step.bulkId === null ? {} : { bulkId: step.bulkId }) };
}

function references(step: Step): string[] {
  const source = `${step.path} ${JSON.stringify(step.operation.data ?? null)}`;
  return [...source.matchAll(REFERENCE)].map(([, id]) => id ?? '');
}

function innerRequest(request: SandboxRequest, step: Step, ids: ReadonlyMap<string, string>): SandboxRequest {
  const resolve = (source: string): string =>
    source.replace(REFERENCE, (_, id: string) => {
      const real = ids.get(id);
      if (real === undefined) throw invalidValue(`The bulkId ${id} is unknown.`);
      return real;
    });
  const version = step.operation.version;
  const { 'if-match': _, 'if-none-match': __, ...headers } = request.headers;
  const path = resolve(step.path);
  if (!/^\/(?:Users|Groups)(?:\/[^/]+)?$/.test(path))
    throw invalidValue(`The path ${path} is not one of /Users, /Groups.`);
  return {
    method: step.method,
    url: new URL(`${request.url.origin}${BASE}${path}`),
    headers: typeof version === 'string' ? { ...headers, 'if-match': version } : headers,
    body: step.operation.data === undefined ? '' : resolve(JSON.stringify(step.operation.data)),
  };
}

function answerOf(step: Step, reply: SandboxReply): JsonObject {
  const text = String(reply.body);
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  const meta = isObject(parsed) && isObject(parsed.meta) ? parsed.meta : {};
  const location = reply.headers.location ?? meta.location;
  const version = reply.headers.etag ?? meta.version;
  return {
    ...named(step),
    ...(typeof location === 'string' ? { location } : {}),
    ...(typeof version === 'string' ? { version } : {}),
    status: String(reply.status),
  };
}
