/** Resource schemas. The Javelo extension is known from a public client (javelo-scim.md §2.2), its names from §2.4. */
export const URN = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  javelo: 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User',
} as const;

/** Message schemas, RFC 7644 §8.2. */
export const MESSAGES = {
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  search: 'urn:ietf:params:scim:api:messages:2.0:SearchRequest',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  bulkRequest: 'urn:ietf:params:scim:api:messages:2.0:BulkRequest',
  bulkResponse: 'urn:ietf:params:scim:api:messages:2.0:BulkResponse',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
} as const;

/** Names that a tenant may know in the Javelo extension; all but `managerUserName` are inferred (§2.4). */
export const JAVELO_ATTRIBUTES = [
  'managerUserName',
  'status',
  'grade',
  'seniorityDate',
  'contractStartDate',
  'gender',
  'birthDate',
  'contractType',
  'lastExitDate',
  'position',
  'workingTime',
  'intranetId',
  'businessUnit',
  'region',
  'subdivision',
  'division',
] as const;

export const JAVELO_DATES: readonly string[] = ['seniorityDate', 'contractStartDate', 'birthDate', 'lastExitDate'];
