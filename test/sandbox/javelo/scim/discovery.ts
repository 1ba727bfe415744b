import type { SandboxReply, SandboxRequest } from '../../http.ts';
import type { SchemaDefinition } from './attribute-definition.ts';
import type { JsonObject } from './json.ts';
import { BASE, jsonReply } from './reply.ts';
import { MESSAGES, URN } from './schema-names.ts';
import { GROUP_SCHEMA } from './schemas.ts';
import { notAllowed, notFound, ScimError } from './scim-error.ts';
import type { JaveloSystem } from './system.ts';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';

/** RFC 7644 §4: read only, never filtered. Tells the switches as they stand. */
export function discover(
  system: JaveloSystem,
  request: SandboxRequest,
  what: 'ServiceProviderConfig' | 'ResourceTypes' | 'Schemas',
  id: string | undefined,
): SandboxReply {
  if (request.method !== 'GET') throw notAllowed(`${request.method} /${what}`);
  if (request.url.searchParams.has('filter')) throw new ScimError(403, 'Discovery cannot be filtered.');
  const origin = `${request.url.origin}${BASE}`;
  if (what === 'ServiceProviderConfig') {
    if (id !== undefined) throw notFound(id);
    return jsonReply(200, serviceProviderConfig(system, origin));
  }
  const resources = what === 'Schemas' ? schemas(system, origin) : resourceTypes(system, origin);
  if (id === undefined) return jsonReply(200, listed(resources));
  const found = resources.find((resource) => String(resource.id).toLowerCase() === id.toLowerCase());
  if (found === undefined) throw notFound(id);
  return jsonReply(200, found);
}

function listed(resources: JsonObject[]): JsonObject {
  return {
    schemas: [MESSAGES.list],
    totalResults: resources.length,
    startIndex: 1,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

function serviceProviderConfig({ switches }: JaveloSystem, origin: string): JsonObject {
  return {
    schemas: [`${CORE}:ServiceProviderConfig`],
    patch: { supported: true },
    bulk: {
      supported: switches.bulk === 'on',
      maxOperations: switches.bulkMaxOperations,
      maxPayloadSize: switches.bulkMaxPayloadSize,
    },
    filter: { supported: switches.filterSupport !== 'none', maxResults: switches.maxCount },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: switches.etag === 'on' },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'The token of the SCIM integration',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${origin}/ServiceProviderConfig` },
  };
}

function resourceTypes(system: JaveloSystem, origin: string): JsonObject[] {
  const type = (name: string, endpoint: string, schema: string, extensions: readonly string[]): JsonObject => ({
    schemas: [`${CORE}:ResourceType`],
    id: name,
    name,
    description: name,
    endpoint,
    schema,
    schemaExtensions: extensions.map((extension) => ({ schema: extension, required: false })),
    meta: { resourceType: 'ResourceType', location: `${origin}/ResourceTypes/${name}` },
  });
  const users = type('User', '/Users', URN.user, [URN.enterprise, URN.javelo]);
  return system.switches.groups === 'on' ? [users, type('Group', '/Groups', URN.group, [])] : [users];
}

function schemas({ view, switches }: JaveloSystem, origin: string): JsonObject[] {
  const known: readonly SchemaDefinition[] = [
    view.base,
    ...view.extensions,
    ...(switches.groups === 'on' ? [GROUP_SCHEMA] : []),
  ];
  return known.map((schema) => ({
    schemas: [`${CORE}:Schema`],
    ...(JSON.parse(JSON.stringify(schema)) as JsonObject),
    meta: { resourceType: 'Schema', location: `${origin}/Schemas/${schema.id}` },
  }));
}
