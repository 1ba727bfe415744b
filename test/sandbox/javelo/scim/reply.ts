import type { SandboxReply, SandboxRequest } from '../../http.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { invalidSyntax, ScimError } from './scim-error.ts';
import type { Switches } from './switches.ts';

export const BASE = '/scim/v2';
const MEDIA_TYPE = 'application/scim+json; charset=utf-8';

export function jsonReply(status: number, body: Json, headers: Record<string, string> = {}): SandboxReply {
  return { status, headers: { 'content-type': MEDIA_TYPE, ...headers }, body: JSON.stringify(body) };
}

export function emptyReply(status: number, headers: Record<string, string> = {}): SandboxReply {
  return { status, headers, body: '' };
}

/** A resource as the asked host shows it: with its own address. */
export function located(resource: JsonObject, request: SandboxRequest, type: 'Users' | 'Groups'): JsonObject {
  const meta = isObject(resource.meta) ? resource.meta : {};
  return { ...resource, meta: { ...meta, location: `${request.url.origin}${BASE}/${type}/${String(resource.id)}` } };
}

function versionOf(resource: JsonObject): string {
  return isObject(resource.meta) ? String(resource.meta.version) : '';
}

/** One resource as an answer: `Location` after a create, `ETag` where versions are on (RFC 7644 §3.14). */
export function resourceReply(
  status: number,
  resource: JsonObject,
  request: SandboxRequest,
  type: 'Users' | 'Groups',
  switches: Switches,
): SandboxReply {
  const shown = located(resource, request, type);
  const meta = isObject(shown.meta) ? shown.meta : {};
  const headers: Record<string, string> = {
    ...(status === 201 ? { location: String(meta.location) } : {}),
    ...(switches.etag === 'on' ? { etag: versionOf(resource) } : {}),
  };
  if (switches.etag === 'off')
    shown.meta = Object.fromEntries(Object.entries(meta).filter(([key]) => key !== 'version'));
  return jsonReply(status, shown, headers);
}

/** Throws 415 for a foreign media type (where the switch asks), 400 invalidSyntax for what is no JSON object. */
export function readBody(request: SandboxRequest, switches: Switches): JsonObject {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (switches.contentType === 'strict' && type !== 'application/scim+json' && type !== 'application/json') {
    throw new ScimError(415, 'The body must be application/scim+json.');
  }
  let body: unknown;
  try {
    body = JSON.parse(request.body);
  } catch {
    throw invalidSyntax('The body is not valid JSON.');
  }
  if (!isObject(body)) throw invalidSyntax('The body must be a JSON object.');
  return body;
}

/** RFC 7644 §3.14: a write that names another version changes nothing. */
export function checkVersion(request: SandboxRequest, resource: JsonObject, switches: Switches): void {
  const wanted = request.headers['if-match'];
  if (switches.etag === 'off' || wanted === undefined || wanted.trim() === '*') return;
  const versions = wanted.split(',').map((version) => version.trim());
  if (!versions.includes(versionOf(resource))) throw new ScimError(412, 'The resource has changed since.');
}

export function isUnchangedSince(request: SandboxRequest, resource: JsonObject, switches: Switches): boolean {
  return switches.etag === 'on' && request.headers['if-none-match'] === versionOf(resource);
}
